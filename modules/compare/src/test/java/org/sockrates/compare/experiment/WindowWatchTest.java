package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.sockrates.link.Passage;
import org.sockrates.link.Traffic;
import org.sockrates.transport.testkit.ManualClock;

final class WindowWatchTest {
    private static final Duration STILL = Duration.ofSeconds(1);

    private final ManualClock clock = new ManualClock();
    private long moreFromMillis = Long.MAX_VALUE;

    /** Its sender sends 1000 bytes, at 100 ms the last 500 of them again, and from 300 ms on segments without any. */
    private Passage passage() {
        Passage passage = mock(Passage.class);
        when(passage.clock()).thenReturn(clock);
        Mockito.doAnswer(sleep -> {
                    clock.advance(sleep.getArgument(0));
                    return null;
                })
                .when(passage)
                .sleep(any());
        when(passage.traffic()).thenAnswer(asked -> Optional.of(new Traffic(sent(), Traffic.NONE.downstream())));
        return passage;
    }

    private Traffic.OneWay sent() {
        long millis = clock.nanoTime() / 1_000_000;
        long again = millis >= 100 ? 1 : 0;
        long asked = millis / 300;
        long packets = 2 + again + asked;
        long payload = 1000 + 500 * again + (millis >= moreFromMillis ? 200 : 0);
        return millis == 0
                ? Traffic.NONE.upstream()
                : new Traffic.OneWay(packets, packets, again, 40 * packets + payload, payload, 500 * again);
    }

    private WindowWatch watched(boolean asksWithMessages) {
        Passage passage = passage();
        WindowWatch watch = new WindowWatch(passage, mock(Eager.class), asksWithMessages);
        assertThat(watch.standsStill(STILL, STILL.multipliedBy(2))).isTrue();
        return watch;
    }

    @Test
    void whatGoesAgainSinceItMayBeLostDoesNotAskForTheWindow() {
        assertThat(watched(false).probesMillis()).containsExactly(298.0, 598.0, 898.0);
    }

    @Test
    void aProtocolThatAsksWithItsMessagesAsksWithNothingElse() {
        WindowWatch watch = watched(true);
        assertThat(watch.probesMillis()).containsExactly(98.0);
        assertThat(watch.lines()).hasSize(2).last().isEqualTo("     98 ms  asks whether the window is open");
    }

    @Test
    void whereBytesMoveAgainTheStoryBeginsAnew() {
        moreFromMillis = 500;
        WindowWatch watch = watched(false);
        assertThat(watch.payloadBytes()).isEqualTo(1200);
        assertThat(watch.probesMillis()).containsExactly(100.0, 400.0, 700.0, 1000.0);
        assertThat(watch.stillMillis()).isEqualTo(1000);
    }

    @Test
    void whileASystemTakesBytesItDoesNotStandStill() {
        Eager sender = mock(Eager.class);
        when(sender.takenBytes()).thenAnswer(asked -> clock.nanoTime() < 400_000_000 ? 0L : 7L);
        WindowWatch watch = new WindowWatch(passage(), sender, false);
        assertThat(watch.standsStill(STILL, STILL.multipliedBy(2))).isTrue();
        assertThat(clock.nanoTime()).isEqualTo(1_400_000_000);
        assertThat(watch.takenBytes()).isEqualTo(7);
    }

    @Test
    void whoNeverStandsStillIsWaitedForUpToTheLimit() {
        Eager sender = mock(Eager.class);
        when(sender.takenBytes()).thenAnswer(asked -> clock.nanoTime());
        WindowWatch watch = new WindowWatch(passage(), sender, false);
        assertThat(watch.standsStill(STILL, STILL.multipliedBy(2))).isFalse();
        assertThat(clock.nanoTime() / 1e9).isCloseTo(2, within(0.01));
    }

    @Test
    void howLongItTakesUntilBytesMoveAgainIsMeasured() {
        WindowWatch watch = watched(false);
        moreFromMillis = clock.nanoTime() / 1_000_000 + 700;
        assertThat(watch.movesAfterMillis(Duration.ofMillis(600))).isNaN();
        assertThat(watch.movesAfterMillis(STILL)).isCloseTo(100, within(3.0));
    }

    @Test
    void whatGoesAgainIsInTheStoryAtItsTime() {
        WindowWatch watch = watched(false);
        assertThat(watch.payloadBytes()).isEqualTo(1000);
        assertThat(watch.lines())
                .containsExactly(
                        "      0 ms  0 bytes taken, 1,000 of them on the wire, then no new ones",
                        "     98 ms  500 bytes go again, since they may be lost",
                        "    298 ms  asks whether the window is open",
                        "    598 ms  asks whether the window is open",
                        "    898 ms  asks whether the window is open");
    }
}
