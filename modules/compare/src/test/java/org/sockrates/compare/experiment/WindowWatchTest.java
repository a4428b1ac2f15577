package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
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
        return millis == 0
                ? Traffic.NONE.upstream()
                : new Traffic.OneWay(
                        packets, packets, again, 40 * packets + 1000 + 500 * again, 1000 + 500 * again, 500 * again);
    }

    private WindowWatch watched(boolean asksWithMessages) {
        Passage passage = passage();
        WindowWatch watch = new WindowWatch(passage, mock(Eager.class), asksWithMessages);
        assertThat(watch.standsStill(STILL, STILL.multipliedBy(2))).isTrue();
        assertThat(watch.payloadBytes()).isEqualTo(1000);
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
    void whatGoesAgainIsInTheStoryAtItsTime() {
        assertThat(watched(false).lines())
                .containsExactly(
                        "      0 ms  0 bytes taken, 1000 of them on the wire, then no new ones",
                        "     98 ms  500 bytes go again, since they may be lost",
                        "    298 ms  asks whether the window is open",
                        "    598 ms  asks whether the window is open",
                        "    898 ms  asks whether the window is open");
    }
}
