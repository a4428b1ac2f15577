package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;

class PassedPacketTest {
    private static final InetSocketAddress CLIENT = new InetSocketAddress("127.0.0.1", 40001);
    private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.1", 7);
    private static final InetSocketAddress FACE = new InetSocketAddress("127.0.0.1", 9);
    private static final Hop UP = new Hop(CLIENT, FACE, FACE, SERVER);

    @Test
    void isOneLineOfAtMostEightyColumns() {
        PassedPacket lost = new PassedPacket(1_120_000_000, 0, Way.UPSTREAM, UP, 12, 3, Verdict.DROPPED, "loss");
        assertThat(lost.text(1_000_000_000))
                .isEqualTo("  0.120 s  upstream   #3        12 B  127.0.0.1:40001  dropped: loss");
        PassedPacket back =
                new PassedPacket(3_000_000_000L, 0, Way.DOWNSTREAM, UP.back(), 65_507, 9999, Verdict.PASSED, "");
        assertThat(back.text(0)).isEqualTo("  3.000 s  downstream #9999  65507 B  127.0.0.1:40001  passed");
    }

    @Test
    void knowsWhoIsTheClient() {
        assertThat(new PassedPacket(0, 0, Way.UPSTREAM, UP, 1, 1, Verdict.PASSED, "").client())
                .isEqualTo(CLIENT);
        assertThat(new PassedPacket(0, 0, Way.DOWNSTREAM, UP.back(), 1, 1, Verdict.PASSED, "").client())
                .isEqualTo(CLIENT);
        assertThat(UP.back().from()).isEqualTo(SERVER);
    }
}
