package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.link.rule.Rate;

/** A piece of these has 1250 bytes: 10 ms of 1mbit. */
class StreamWireTest {
    private static final long MILLI = 1_000_000;

    private final StreamWire wire = new StreamWire();
    private final List<Long> due = new ArrayList<>();
    private StreamFault rate = wire.at(new Rate(1_000_000));

    private void comes(long millis, long delayMillis) {
        Piece piece = Piece.data(millis * MILLI, ByteBuffer.allocate(1250));
        rate.meet(piece.due((millis + delayMillis) * MILLI), on -> due.add(on.dueNanos() / MILLI));
    }

    @Test
    void whatComesWaitsForWhatIsOnItWhateverTheRateIsNow() {
        comes(0, 0);
        comes(0, 0);
        rate = wire.at(new Rate(1_000_000));
        comes(5, 0);
        rate = wire.at(new Rate(10_000_000));
        comes(6, 0);
        comes(100, 0);
        assertThat(due).containsExactly(10L, 20L, 30L, 31L, 101L);
    }

    @Test
    void itIsFreeOfWhatIsDelayedOnly() {
        comes(0, 2000);
        rate = wire.at(new Rate(1_000_000));
        comes(20, 0);
        comes(40, 0);
        assertThat(due).containsExactly(2010L, 30L, 50L);
    }

    @Test
    void aDelayThatStaysHidesNobodyWhoIsOnIt() {
        comes(0, 2000);
        comes(0, 2000);
        rate = wire.at(new Rate(1_000_000));
        comes(5, 2000);
        assertThat(due).containsExactly(2010L, 2020L, 2030L);
    }

    @Test
    void itsRateHoldsForWhatComesOutOfAJitter() {
        comes(0, 50);
        comes(10, 10);
        comes(20, 0);
        assertThat(due).containsExactly(60L, 70L, 80L);
    }

    @Test
    void whoWaitedForTheWireBeforeIsNotLateForThisOne() {
        StreamWire first = new StreamWire();
        StreamFault before = first.at(new Rate(1_000_000));
        for (int use = 0; use < 2; use++) {
            rate = wire.at(new Rate(1_000_000));
            for (int i = 0; i < 3; i++) {
                before.meet(
                        Piece.data(0, ByteBuffer.allocate(1250)),
                        on -> rate.meet(on, off -> due.add(off.dueNanos() / MILLI)));
            }
        }
        assertThat(due).containsExactly(20L, 30L, 40L, 50L, 60L, 70L);
    }
}
