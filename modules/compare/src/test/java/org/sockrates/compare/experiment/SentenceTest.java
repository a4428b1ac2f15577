package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Told.inTwoOfThree;

import org.junit.jupiter.api.Test;

class SentenceTest {
    /** Runs that have no round trip to tell have questions without an answer all the same. */
    @Test
    void aMedianThatFewerRunsKnowSpeaksOfTheseAlone() {
        String finding = new Told(new Latency())
                .of(
                        "udp",
                        inTwoOfThree(Latency.P50, 61_500),
                        Latency.MAX.measured(3, 91_200),
                        Latency.UNANSWERED.counted(4, 3))
                .conclusion();

        assertThat(finding)
                .isEqualTo("udp answered after 61.5 ms in the median (known in 2 of 3 runs), and 91.2 ms at worst,"
                        + " and had no answer to 3 questions.");
        assertThat(new Told(new Setup())
                        .of("udp", inTwoOfThree(Setup.FIRST_REPLY, 90), Setup.UNANSWERED.counted(9, 3))
                        .conclusion())
                .isEqualTo("udp had a first reply after 90.0 us (known in 2 of 3 runs), and had no answer to 3"
                        + " questions.");
    }

    @Test
    void whatARunThatFailedDoesNotKnowIsSaidOnce() {
        String finding = new Told(new Latency())
                .of(
                        "udp",
                        inTwoOfThree(Latency.P50, 30),
                        inTwoOfThree(Latency.MAX, 40),
                        inTwoOfThree(Latency.UNANSWERED, 1))
                .conclusion();

        assertThat(finding)
                .isEqualTo("udp answered after 30.0 us in the median, and 40.0 us at worst, and had no answer to 1"
                        + " question (in 2 of 3 runs).");
    }

    @Test
    void aSpoiltRunIsToldThoughItKnowsSomethingElse() {
        assertThat(new Told(new HeadOfLine())
                        .of(
                                "udp",
                                inTwoOfThree(HeadOfLine.HELD_UP, 3),
                                inTwoOfThree(HeadOfLine.BEHIND, 40),
                                inTwoOfThree(HeadOfLine.ORDINARY, 10),
                                HeadOfLine.LOST.measured(9, 50))
                        .conclusion())
                .isEqualTo("udp held up 3 messages behind the lost one, 40.0 ms at worst (known in 2 of 3 runs), where"
                        + " 10.0 ms is ordinary, and the lost one came after 50.0 ms.");
    }

    @Test
    void whatNoRunKnowsIsKnownInNone() {
        assertThat(new Told(new SynLoss())
                        .of(
                                "tcp",
                                inTwoOfThree(SynLoss.CONNECT, 40.4),
                                inTwoOfThree(SynLoss.SYN_LOST, 1060),
                                inTwoOfThree(SynLoss.SYN_ACK_LOST, 1050))
                        .conclusion())
                .endsWith("knew of the end after n/a, n/a with the FIN lost (in 2 of 3 runs).");
    }

    @Test
    void whatOneRunOnlyHadSaysSoBehindItself() {
        assertThat(new Told(new Oversize())
                        .of(
                                "udp",
                                inTwoOfThree(Oversize.LARGEST_DELIVERED, 9000),
                                inTwoOfThree(Oversize.RECEIVES, 1),
                                Oversize.SMALLEST_REFUSED.counted(6, 65_508))
                        .conclusion())
                .isEqualTo(
                        "udp carried 9,000 bytes in one send and 1 receive (known in 2 of 3 runs), and refused 65,508"
                                + " bytes.");
        assertThat(new Told(new Boundaries())
                        .of(
                                "udp",
                                inTwoOfThree(Boundaries.READS, 5),
                                Boundaries.WRITES.counted(5, 5),
                                inTwoOfThree(Boundaries.KEPT, 1),
                                inTwoOfThree(Boundaries.MISSING, 0),
                                Boundaries.CUT.counted(5, 1))
                        .conclusion())
                .isEqualTo("udp gave 5 sends in 5 receives, each a whole send (known in 2 of 3 runs), and cut off 1"
                        + " byte where the room was short.");
        assertThat(new Told(new End())
                        .of(
                                "rdt",
                                inTwoOfThree(End.END_SEEN, 1),
                                inTwoOfThree(End.END_SEEN_AFTER, 4),
                                End.HALF_CLOSE.held(1, true),
                                End.EMPTY.counted(1, 1))
                        .conclusion())
                .isEqualTo("rdt told its reader after 4.00 ms (known in 2 of 3 runs), and an empty message is a"
                        + " message there.");
        assertThat(new Told(new HeadOfLine())
                        .of(
                                "rdt",
                                HeadOfLine.BEHIND.measured(9, 80),
                                HeadOfLine.ORDINARY.measured(9, 20),
                                inTwoOfThree(HeadOfLine.LOST, 90),
                                HeadOfLine.HELD_UP.counted(9, 2))
                        .conclusion())
                .endsWith("and the lost one came after 90.0 ms (known in 2 of 3 runs).");
    }

    @Test
    void aTimeThatNotEveryRunHadIsToldAsOne() {
        assertThat(new Told(new Recovery())
                        .of(
                                "tcp",
                                Recovery.NONE_LOST.measured(10, 20.6),
                                inTwoOfThree(Recovery.THIRD_LOST, 60.8),
                                Recovery.MISSING.counted(40, 0))
                        .conclusion())
                .isEqualTo("tcp had all ten after 20.6 ms with none lost, 60.8 ms with the third lost (known in 2 of"
                        + " 3 runs).");
        assertThat(new Told(new SynLoss())
                        .of(
                                "tcp",
                                SynLoss.CONNECT.measured(1, 40.4),
                                SynLoss.SYN_LOST.measured(1, 1060),
                                SynLoss.SYN_ACK_LOST.measured(1, 1050),
                                inTwoOfThree(SynLoss.END, 20.2),
                                SynLoss.FIN_LOST.measured(1, 280))
                        .conclusion())
                .endsWith("knew of the end after 20.2 ms (known in 2 of 3 runs), 280 ms with the FIN lost.");
        assertThat(new Told(new ZeroWindow())
                        .of(
                                "tcp",
                                ZeroWindow.CROSSED.counted(1, 100),
                                ZeroWindow.TAKEN.counted(1, 200),
                                ZeroWindow.PROBES.counted(1, 2),
                                ZeroWindow.FIRST_PROBE.measured(1, 200),
                                inTwoOfThree(ZeroWindow.MOVED, 3))
                        .conclusion())
                .endsWith("moved 3.00 ms after the reader read on (known in 2 of 3 runs).");
    }
}
