package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Boundaries.CUT;
import static org.sockrates.compare.experiment.Boundaries.KEPT;
import static org.sockrates.compare.experiment.Boundaries.MISSING;
import static org.sockrates.compare.experiment.Boundaries.READS;
import static org.sockrates.compare.experiment.Boundaries.SHORT_READS;
import static org.sockrates.compare.experiment.Boundaries.WRITES;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;

class BoundariesTest {
    private final Boundaries boundaries = new Boundaries();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new Boundaries());
    }

    @Test
    void aStreamMergesWhatDatagramsKeepApart() {
        assertThat(asked.value(WRITES, "tcp")).isEqualTo(5);
        assertThat(asked.value(READS, "tcp")).isEqualTo(1);
        assertThat(asked.value(KEPT, "tcp")).isZero();
        assertThat(asked.value(CUT, "tcp")).isZero();
        assertThat(asked.value(READS, "udp")).isEqualTo(5);
        assertThat(asked.value(KEPT, "udp")).isEqualTo(1);
        assertThat(asked.value(SHORT_READS, "udp")).isEqualTo(5);
        assertThat(asked.value(CUT, "udp")).isGreaterThanOrEqualTo(3);
        assertThat(asked.result().finding())
                .startsWith(
                        "tcp gave 5 sends in 1 receive, with no trace of the sends; udp gave 5 sends in 5 receives");
    }

    @Test
    void theMapShowsTheBytesOfEveryReceive() {
        List<String> tcp = asked.result().drawings().get("tcp");
        assertThat(letters(tcp.get(1))).isEqualTo(letters(tcp.get(0)));
        assertThat(letters(tcp.get(2))).isEqualTo(letters(tcp.get(0)));
        assertThat(asked.result().drawings().get("udp")).element(2).asString().contains("[cccccc~3]");
        assertThat(tcp).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(70));
    }

    @Test
    void whereAMessageIsLostTheOthersAreWholeAllTheSame() {
        Asked lossy = Asked.of(boundaries, new RelayPath(), LinkSpec.parse("upstream drop 2"));
        assertThat(lossy.value(READS, "udp")).isEqualTo(4);
        assertThat(lossy.value(KEPT, "udp")).isEqualTo(1);
        assertThat(lossy.result().finding()).contains("udp gave 4 of 5 sends in 4 receives, each a whole send");
    }

    @Test
    void aBitThatTheLinkSpoiltIsNoBoundaryLost() {
        Asked spoilt = Asked.of(boundaries, new RelayPath(), LinkSpec.parse("corrupt 100%"));
        assertThat(spoilt.value(KEPT, "udp")).isEqualTo(1);
        assertThat(spoilt.result().finding()).contains("udp gave 5 sends in 5 receives, each a whole send");
    }

    /** What stands in the brackets. */
    private static String letters(String line) {
        return line.substring(11).replaceAll("[^a-e]", "");
    }

    @Test
    void theFindingFollowsTheNumbers() {
        String finding = new Told(boundaries)
                .of(
                        "tcp",
                        READS.counted(5, 5),
                        WRITES.counted(5, 5),
                        MISSING.counted(5, 0),
                        KEPT.held(5, true),
                        CUT.counted(5, 0))
                .of(
                        "udp",
                        READS.counted(5, 3),
                        WRITES.counted(5, 5),
                        MISSING.counted(5, 0),
                        KEPT.held(3, true),
                        CUT.counted(3, 1))
                .of("rdt", READS.counted(5, 4), WRITES.counted(5, 5), MISSING.counted(5, 0), Told.atTimes(KEPT))
                .of("own", READS.counted(5, 3), WRITES.counted(5, 5), MISSING.counted(5, 2), KEPT.held(3, true))
                .of("slow", READS.counted(5, 3), WRITES.counted(5, 5), MISSING.absent("late"), KEPT.held(3, true))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp gave 5 sends in 5 receives, each a whole send; udp gave 5 sends in 3 receives,"
                        + " each a whole send, and cut off 1 byte where the room was short; rdt gave 5 sends in 4"
                        + " receives, at times each a whole send; own gave 3 of 5 sends in 3 receives, each a whole"
                        + " send; slow gave some of 5 sends (late) in 3 receives, each a whole send.");
    }
}
