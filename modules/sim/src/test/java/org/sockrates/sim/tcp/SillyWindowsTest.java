package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SillyWindowsTest {
    private static final int FULL = 1_460;

    private final SillyWindows silly = new SillyWindows(true, new PeerWindow(), 1_000);

    @Test
    void aShortOneWaitsForAShortOneOnly() {
        silly.sent(true, 1_100);
        assertThat(isWorthSending(1_000, 1_100)).isFalse();
        assertThat(isWorthSending(1_100, 1_100)).as("acknowledged").isTrue();
        silly.sent(false, 1_100 + FULL);
        assertThat(isWorthSending(1_100, 1_100 + FULL)).as("a full one").isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 31, 3L << 30, (1L << 32) - 1})
    void aShortOneOfLongAgoHoldsNoneBack(long bytesSince) {
        silly.sent(true, 1_100);
        int una = (int) (1_100 + bytesSince);
        assertThat(isWorthSending(una, una)).isTrue();
    }

    /** RFC 9293 §3.8.6.2.1. */
    @Test
    void lessThanAllGoesFromHalfOfTheLargestWindowOn() {
        PeerWindow peer = new PeerWindow();
        peer.begin(Made.read(Made.syn(TcpPair.USUAL, 0, 0, 0)), false, 0);
        SillyWindows sender = new SillyWindows(false, peer, 0);
        assertThat(sender.isWorthSending(32_766, 65_000, false, false, 0, 0)).isFalse();
        assertThat(sender.isWorthSending(32_767, 65_000, false, false, 0, 0)).isTrue();
    }

    @Test
    void nothingIsNotWorthSending() {
        assertThat(silly.isWorthSending(0, FULL, true, true, 1_000, 1_000)).isFalse();
    }

    private boolean isWorthSending(int una, int next) {
        return silly.isWorthSending(10, FULL, true, false, una, next);
    }
}
