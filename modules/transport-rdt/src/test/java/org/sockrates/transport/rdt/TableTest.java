package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockrates.transport.rdt.Table.on;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TableTest {
    private enum State {
        DARK,
        LIT
    }

    private enum Event {
        PRESSED,
        WAVED_AT
    }

    private static final class Lamp {
        private static final Table<State, Event, Lamp> TABLE = Table.of(
                "lamp",
                on(State.DARK, Event.PRESSED, "there is power", Lamp::hasPower).to(State.LIT, "shine", Lamp::count),
                on(State.DARK, Event.PRESSED).to(State.DARK, "nothing", Lamp::nothing),
                on(State.LIT, Event.PRESSED).to(State.DARK, "go dark", Lamp::nothing));

        private boolean power = true;
        private int shone;

        private boolean hasPower() {
            return power;
        }

        private void count() {
            shone++;
        }

        private void nothing() {
            // that is the answer
        }
    }

    static Stream<Table<?, ?, ?>> shipped() {
        return Stream.of(
                StopAndWaitSender.TABLE,
                GoBackNSender.TABLE,
                SelectiveRepeatSender.TABLE,
                OrderedReceiver.TABLE,
                BufferingReceiver.TABLE);
    }

    @Test
    void theFirstRowThatHoldsIsDone() {
        Lamp lamp = new Lamp();

        assertThat(Lamp.TABLE.fire(State.DARK, Event.PRESSED, lamp)).isEqualTo(State.LIT);
        assertThat(Lamp.TABLE.fire(State.LIT, Event.PRESSED, lamp)).isEqualTo(State.DARK);
        lamp.power = false;
        assertThat(Lamp.TABLE.fire(State.DARK, Event.PRESSED, lamp)).isEqualTo(State.DARK);
        assertThat(lamp.shone).isEqualTo(1);
    }

    /** The picture on the page is the program. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyMachineIsDrawnOnItsPage(Table<?, ?, ?> table) throws IOException {
        assertThat(Files.readString(Path.of("../../docs/rdt.md")))
                .contains("The " + table.title() + ":\n\n```mermaid\n" + table.mermaid() + "```\n");
    }

    @Test
    void aHoleIsABug() {
        assertThatThrownBy(() -> Lamp.TABLE.fire(State.LIT, Event.WAVED_AT, new Lamp()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("lamp: WAVED_AT in LIT: no row (expected: one)");
    }

    @Test
    void thePictureIsMadeOfTheRows() {
        assertThat(Lamp.TABLE.mermaid()).isEqualTo("""
            stateDiagram-v2
                DARK --> LIT : PRESSED [there is power] / shine
                DARK --> DARK : PRESSED / nothing
                LIT --> DARK : PRESSED / go dark
            """);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whateverStateAPacketFindsThereIsARowForIt(Table<?, ?, ?> table) {
        List<String> always = table.rows().stream()
                .filter(row -> row.condition().isEmpty())
                .map(row -> row.from() + " " + row.on())
                .toList();
        String comes = table.title().endsWith("sender") ? "ACK" : "DATA";

        assertThat(always).as("rows that always hold, one a cell").doesNotHaveDuplicates();
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(always)
                        .as("what is done when no condition holds")
                        .contains(row.from() + " " + row.on(), row.from() + " " + comes, row.to() + " " + comes));
    }
}
