package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.testkit.ManualClock;
import org.sockrates.transport.testkit.Task;

class TellerTest {
    private static final long MILLI = 1_000_000;

    private final ManualClock clock = new ManualClock();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @AutoClose
    private final Teller teller = Teller.begin(clock, told::add);

    private final long zero = clock.nanoTime();

    private void keep(long millis, String line) {
        teller.keep(zero + millis * MILLI, () -> List.of(line));
    }

    @Test
    void whatHappenedFirstIsToldFirstWhoeverSaysSoFirst() {
        keep(3, "effect");
        keep(1, "cause");
        keep(2, "between, said first");
        keep(2, "between, said second");
        teller.close();
        assertThat(told).containsExactly("cause", "between, said first", "between, said second", "effect");
    }

    @Test
    void holdsALineForAMomentOnly() throws InterruptedException {
        CountDownLatch made = new CountDownLatch(1);
        teller.keep(zero, () -> {
            made.countDown();
            return List.of();
        });
        assertThat(made.getCount()).isOne(); // its clock stands still
        clock.advance(Duration.ofMillis(20));
        keep(20, "one more, so that it looks at its clock");
        assertThat(made.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void ofVeryManyTheEarliestIsHeldForLess() throws InterruptedException {
        CountDownLatch made = new CountDownLatch(100);
        for (int i = 0; i < 600; i++) {
            teller.keep(zero + i, () -> {
                made.countDown();
                return List.of();
            });
        }
        assertThat(made.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsTooMuchIsCountedAndWhoIsPatientLosesNothing() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        for (int i = 0; i < 501; i++) {
            teller.keep(zero, () -> waits(busy, go));
        }
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 503; i++) {
            keep(1, "much");
        }
        Task<Void> patient = Task.start(() -> {
            teller.keepPatiently(zero + 2 * MILLI, () -> List.of("patient"));
            return null;
        });
        go.countDown();
        patient.result();
        teller.close();
        assertThat(told)
                .hasSize(502)
                .as("nobody is let in before half of what waits is told, and the gap with it")
                .endsWith("… 3 sightings came too fast to be shown", "patient");
    }

    @Test
    void whatIsLeftOutIsToldWhereItIsMissing() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(501);
        for (int i = 0; i < 501; i++) {
            teller.keep(zero, () -> {
                all.countDown();
                return waits(busy, go);
            });
        }
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 503; i++) {
            teller.keep(zero + MILLI, () -> List.of("early " + teller.gaps()));
        }
        go.countDown();
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        teller.keep(zero + 2 * MILLI, () -> List.of("late " + teller.gaps()));
        teller.close();
        assertThat(told)
                .hasSize(502)
                .startsWith("early 0")
                .endsWith("early 0", "… 3 sightings came too fast to be shown", "late 1");
    }

    /** Who observes must not stop what is observed. */
    @Test
    void whereNobodyReadsItIsWaitedInVainOnce() {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 1_501; i++) {
            teller.keep(zero, () -> waits(new CountDownLatch(1), never));
        }
        long start = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            teller.keepPatiently(zero + MILLI, () -> List.of("too much"));
        }
        never.countDown();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(4));
    }

    private static List<String> waits(CountDownLatch busy, CountDownLatch go) {
        busy.countDown();
        try {
            assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Test
    void whatWasSeenBeforeItSettledIsTold() {
        Teller quick = Teller.begin(System::nanoTime, told::add);
        long start = System.nanoTime();
        quick.settle();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("as long as a line is held, and not until its limit")
                .isBetween(Duration.ofMillis(20), Duration.ofMillis(450));
        IntStream.range(0, 10).forEach(i -> quick.keep(System.nanoTime(), () -> List.of("line " + i)));
        quick.settle();
        assertThat(told).hasSize(10);
        quick.close();
        quick.settle();
        quick.keep(0, () -> List.of("behind its end"));
        quick.keepPatiently(0, () -> List.of("behind its end"));
        assertThat(told).hasSize(10);
    }

    @Test
    void whoeverBreaksItIsNotWaitedFor() {
        Teller broken = Teller.begin(System::nanoTime, line -> {
            Thread.currentThread().setUncaughtExceptionHandler((teller, asMeant) -> {});
            throw new IllegalStateException("no terminal");
        });
        broken.keep(System.nanoTime(), () -> List.of("a line"));
        broken.close();
        broken.settle();
        assertThat(told).isEmpty();
    }
}
