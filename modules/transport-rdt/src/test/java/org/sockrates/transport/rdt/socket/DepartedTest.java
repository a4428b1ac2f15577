package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which connections were here lately. */
final class DepartedTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Departed departed = new Departed();

    private static Peer peer(int number) {
        return new Peer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9), number);
    }

    @Test
    void aConnectionIsRememberedForAMinute() {
        departed.add(peer(1), 5);
        departed.add(peer(2), 5 + MINUTE / 2);

        assertThat(departed.has(peer(1), 5 + MINUTE)).isTrue();
        assertThat(departed.has(peer(1), 6 + MINUTE)).isFalse();
        assertThat(departed.has(peer(2), 6 + MINUTE)).isTrue();
        assertThat(departed.has(peer(3), 5)).isFalse();
    }

    @Test
    void ofVeryManyTheLatestAreRemembered() {
        for (int number = 0; number < 5_000; number++) {
            departed.add(peer(number), number);
        }

        assertThat(departed.has(peer(4_999), 5_000)).isTrue();
        assertThat(departed.has(peer(5_000 - 4_096), 5_000)).isTrue();
        assertThat(departed.has(peer(5_000 - 4_097), 5_000)).isFalse();
    }
}
