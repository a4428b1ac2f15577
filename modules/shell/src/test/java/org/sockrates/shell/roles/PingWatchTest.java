package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.testkit.ManualClock;

class PingWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Test
    void whatFailsWhileOnlyLateRepliesAreListenedForIsOfNoAccount() {
        ManualClock clock = new ManualClock();
        PingWatch watch = new PingWatch(
                clock, LIMIT.toNanos(), false, new PingTally("tcp", new InetSocketAddress("127.0.0.1", 9)));
        watch.sending();
        clock.advance(LIMIT.multipliedBy(3));
        watch.awaitSettled();
        watch.awaitLate();
        watch.broken(new IOException("the server closed the connection"));
        assertThat(watch.failure()).isEmpty();
        assertThat(watch.settled()).isTrue();
    }

    /** The sender sat in a send, and nobody looked at the clock. */
    @Test
    void whatHadItsTimeWhenAllEndedIsNotUnderWay() {
        ManualClock clock = new ManualClock();
        PingWatch watch = new PingWatch(
                clock, LIMIT.toNanos(), false, new PingTally("tcp", new InetSocketAddress("127.0.0.1", 9)));
        watch.sending();
        clock.advance(LIMIT);
        watch.sending();
        watch.end();
        assertThat(watch.underWay()).isEqualTo(1);
    }
}
