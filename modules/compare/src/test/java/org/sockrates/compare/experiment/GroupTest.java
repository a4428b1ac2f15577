package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Group.COPIES;
import static org.sockrates.compare.experiment.Group.MEMBERS;
import static org.sockrates.compare.experiment.Group.OUTSIDER;
import static org.sockrates.compare.experiment.Group.RECEIVED;
import static org.sockrates.compare.experiment.Group.SENT;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Reading;

class GroupTest {
    private final Group group = new Group();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new Group());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "multicast on the loopback interface is the system's choice")
    void oneSendReachesEveryMemberAndNobodyElse() {
        assertThat(asked.value(COPIES, "udp")).isEqualTo(asked.value(MEMBERS, "udp"));
        assertThat(asked.value(RECEIVED, "udp")).isEqualTo(60);
        assertThat(asked.value(OUTSIDER, "udp")).isZero();
        assertThat(asked.result().finding()).startsWith("udp made 60 messages of 20 sends, for 3 members; tcp: n/a, ");
    }

    /** In C and Python, Linux lets it hear: what Java does has to be told. */
    @Test
    void whyTheOutsiderHearsNothingIsTold() {
        assertThat(group.method(Asked.QUICK)).contains("Java sets its IP_MULTICAST_ALL off");
    }

    @Test
    void aConnectionHasTwoEndsAndSaysSo() {
        for (var measure : group.measures()) {
            assertThat(asked.reason(measure, "tcp")).contains("exactly two ends");
        }
    }

    @Test
    void theFindingNamesAnOutsiderWhoHears() {
        String finding = new Told(group)
                .of(
                        "udp",
                        COPIES.measured(2, 3),
                        MEMBERS.counted(3, 3),
                        SENT.counted(2, 2),
                        RECEIVED.counted(2, 6),
                        OUTSIDER.counted(2, 1))
                .of(
                        "rdt",
                        COPIES.measured(2, 3),
                        MEMBERS.counted(3, 3),
                        SENT.counted(2, 2),
                        RECEIVED.counted(2, 6),
                        new Figure(OUTSIDER, new Reading.Measured(2, 0, 0, 2)))
                .conclusion();

        assertThat(finding)
                .isEqualTo(
                        "udp made 6 messages of 2 sends, for 3 members, and let an outsider hear 1 message;"
                                + " rdt made 6 messages of 2 sends, for 3 members, and let an outsider hear 0 messages (at worst 2).");
    }
}
