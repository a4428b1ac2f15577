package org.sockrates.sim.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.Protocol;

/** What the protocols do, beside what a textbook reckons: {@code scripts/bench sim} does the same with more of everything. */
final class SweepTest {
    private static final List<Protocol> ALL = List.of(Protocol.values());
    private static final List<Integer> WINDOWS = List.of(1, 4, 8, 16, 64);
    private static final List<Double> LOSSES = List.of(0.0, 1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0);
    private static final long SEED = 1;

    /** So wide that selective repeat is reckoned, too. */
    private static TextbookLine wide(int messageBytes) {
        return new TextbookLine(1_000_000_000_000L, Duration.ofMillis(50), messageBytes);
    }

    private static TextbookLine narrow(int messageBytes) {
        return new TextbookLine(1_000_000, Duration.ofMillis(50), messageBytes);
    }

    private static List<String> misses(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> !cell.holds())
                .map(cell -> cell.formula() + " measured " + cell.messageNanos() + ", reckoned "
                        + cell.formula().messageNanos())
                .toList();
    }

    @Test
    void whatIsMeasuredWithoutAWireCoversWhatIsReckoned() {
        List<Cell> cells = new Sweep(wide(8), ALL, WINDOWS, LOSSES, 100, 6, SEED).run(() -> false);

        assertThat(cells).hasSize(8 + 40 + 40);
        assertThat(cells).noneMatch(cell -> cell.formula().kind() == Formula.Kind.BOUND);
        assertThat(misses(cells)).hasSizeLessThanOrEqualTo(cells.size() * 7 / 100);
    }

    @Test
    void whatIsMeasuredOnAWireCoversWhatIsReckonedOrKeepsTheBound() {
        List<Cell> cells = new Sweep(narrow(200), ALL, WINDOWS, LOSSES, 100, 6, SEED).run(() -> false);

        assertThat(cells.stream().filter(cell -> cell.formula().kind() == Formula.Kind.BOUND))
                .hasSize(32)
                .allMatch(Cell::holds);
        assertThat(misses(cells)).hasSizeLessThanOrEqualTo((8 + 40 + 8) * 7 / 100);
    }

    @Test
    void aWrongFormulaIsNotCovered() {
        List<Cell> cells =
                new Sweep(narrow(200), List.of(Protocol.GO_BACK_N), List.of(16), LOSSES, 400, 8, SEED).run(() -> false);
        List<Cell> wrong = cells.stream()
                .map(cell -> {
                    Formula right = cell.formula();
                    Formula impatient = new Formula(
                            right.protocol(),
                            right.line(),
                            right.window(),
                            right.loss(),
                            right.timeoutNanos() / 2,
                            right.followed());
                    return new Cell(
                            impatient,
                            impatient.messageNanos(),
                            cell.seed(),
                            cell.messageNanos(),
                            cell.packets(),
                            cell.events());
                })
                .toList();

        assertThat(misses(wrong)).hasSizeGreaterThan(5);
    }

    @Test
    void eachSendsAsManyPacketsAMessageAsReckoned() {
        List<Cell> cells = new Sweep(narrow(8), ALL, List.of(8), List.of(10.0), 2_000, 10, SEED).run(() -> false);

        assertThat(cells).allMatch(cell -> cell.packets().covers(cell.formula().packets()));
    }

    @Test
    void aCellIsTheSameInAnySweep() {
        Sweep alone = new Sweep(narrow(8), List.of(Protocol.GO_BACK_N), List.of(4), List.of(5.0), 100, 3, 7);
        Sweep among = new Sweep(narrow(8), ALL, List.of(1, 4), List.of(0.0, 5.0), 100, 3, 7);

        assertThat(among.run(() -> false)).containsAll(alone.run(() -> false));
        assertThat(new Sweep(narrow(8), alone.protocols(), alone.windows(), alone.lossPercents(), 100, 3, 8)
                        .run(() -> false))
                .isNotEqualTo(alone.run(() -> false));
    }

    @Test
    void whoeverStopsItGetsTheCellsThatAreWhole() {
        Sweep sweep = new Sweep(narrow(8), ALL, List.of(4), List.of(0.0, 5.0), 100, 3, 7);
        AtomicInteger asked = new AtomicInteger();

        List<Cell> whole = sweep.run(() -> asked.incrementAndGet() > 1_500);

        assertThat(whole).hasSizeBetween(1, 5).isEqualTo(sweep.run(() -> false).subList(0, whole.size()));
    }

    @Test
    void whatCannotBeSweptIsRefused() {
        for (int window : new int[] {0, 1_025}) {
            assertThatThrownBy(() -> new Sweep(narrow(8), ALL, List.of(window), List.of(0.0), 1, 1, 1))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("window: \"" + window + "\" (expected: 1 to 1024)");
        }
        for (double loss : Arrays.asList(-1.0, 91.0, Double.NaN)) {
            assertThatThrownBy(() -> new Sweep(narrow(8), ALL, List.of(1), List.of(loss), 1, 1, 1))
                    .as(loss + " %")
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
