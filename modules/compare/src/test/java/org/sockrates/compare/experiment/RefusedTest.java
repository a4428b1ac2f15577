package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Refused.CALLS_UNTIL_TOLD;
import static org.sockrates.compare.experiment.Refused.TOLD;
import static org.sockrates.compare.experiment.Refused.TOLD_AFTER;
import static org.sockrates.compare.experiment.Refused.UNCONNECTED_TOLD;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RefusedTest {
    private final Refused refused = new Refused();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new Refused());
    }

    @Test
    void aConnectionIsRefusedByConnectItself() {
        assertThat(asked.value(TOLD, "tcp")).isEqualTo(1);
        assertThat(asked.value(CALLS_UNTIL_TOLD, "tcp")).isEqualTo(1);
        assertThat(asked.value(TOLD_AFTER, "tcp")).isPositive();
        assertThat(asked.reason(UNCONNECTED_TOLD, "tcp")).contains("before connect");
        assertThat(asked.result().drawings().get("tcp"))
                .hasSize(2)
                .last()
                .asString()
                .contains("connect(client)", "-1 ECONNREFUSED (Connection refused)");
    }

    /** Its calls take no longer than the figure beneath it says: the first round loads classes. */
    @Test
    void whatIsDrawnTookTheMedian() {
        List<String> drawing = asked.result().drawings().get("tcp");
        double took = Double.parseDouble(drawing.get(1).replaceFirst(".* (\\S+)$", "$1"));

        assertThat(drawing.get(0)).endsWith("took (ms)");
        assertThat(took).isLessThan(1.01 * asked.value(TOLD_AFTER, "tcp"));
    }

    @Test
    void anUnconnectedDatagramSocketHearsNothing() {
        assertThat(asked.value(UNCONNECTED_TOLD, "udp")).isZero();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "whether ICMP reaches a datagram socket is the system's choice")
    void aConnectedDatagramSocketIsToldLate() {
        assertThat(asked.value(TOLD, "udp")).isEqualTo(1);
        assertThat(asked.value(CALLS_UNTIL_TOLD, "udp")).isGreaterThan(1);
    }

    @Test
    void theFindingFollowsTheNumbers() {
        String finding = new Told(refused)
                .of("tcp", TOLD.held(3, true), TOLD_AFTER.measured(3, 0.05), CALLS_UNTIL_TOLD.counted(3, 1))
                .of(
                        "udp",
                        TOLD.held(3, false),
                        TOLD_AFTER.measured(2, 0.2),
                        CALLS_UNTIL_TOLD.counted(2, 3),
                        UNCONNECTED_TOLD.held(1, false))
                .of(
                        "rdt",
                        TOLD.held(3, true),
                        TOLD_AFTER.measured(2, 0.2),
                        CALLS_UNTIL_TOLD.counted(2, 2),
                        UNCONNECTED_TOLD.held(1, true))
                .of(
                        "fickle",
                        Told.atTimes(TOLD),
                        TOLD_AFTER.measured(2, 0.2),
                        CALLS_UNTIL_TOLD.counted(2, 3),
                        Told.atTimes(UNCONNECTED_TOLD))
                .of("mute", TOLD.held(3, false))
                .conclusion();

        assertThat(finding)
                .isEqualTo(
                        "tcp was told by connect itself, after 0.0500 ms; udp was told one call late, by the receive behind its send,"
                                + " after 0.200 ms (not every time), and unconnected it heard nothing at all; rdt was told"
                                + " by its send, after 0.200 ms, and even unconnected; fickle was told one call late,"
                                + " by the receive behind its send, after 0.200 ms (not every time), and at times even unconnected; mute was never told.");
    }
}
