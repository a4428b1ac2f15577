package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Delivery.BYTES_EQUAL;
import static org.sockrates.compare.experiment.Delivery.CORRUPTED;
import static org.sockrates.compare.experiment.Delivery.DELIVERED;
import static org.sockrates.compare.experiment.Delivery.DUPLICATED;
import static org.sockrates.compare.experiment.Delivery.JITTER;
import static org.sockrates.compare.experiment.Delivery.LINK_DROPPED;
import static org.sockrates.compare.experiment.Delivery.LOST;
import static org.sockrates.compare.experiment.Delivery.LOST_PERCENT;
import static org.sockrates.compare.experiment.Delivery.OUT_OF_ORDER;
import static org.sockrates.compare.experiment.Delivery.RETRANSMITS;
import static org.sockrates.compare.experiment.Delivery.SENT;
import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.FLOW_CONTROLLED;
import static org.sockrates.transport.Traits.Promise.IN_DATAGRAMS;
import static org.sockrates.transport.Traits.Promise.ORDERED;
import static org.sockrates.transport.Traits.Promise.RELIABLE;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Reading;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.transport.Traits;

class DeliveryTest {
    private final Delivery delivery = new Delivery();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new Delivery());
    }

    @Test
    void aReliableTransportDeliversEverythingOnceAndInOrder() {
        assertThat(asked.value(LOST_PERCENT, "tcp")).isZero();
        assertThat(asked.value(OUT_OF_ORDER, "tcp")).isZero();
        assertThat(asked.value(BYTES_EQUAL, "tcp")).isEqualTo(1);
        assertThat(asked.value(JITTER, "tcp")).isNotNegative();
        assertThat(asked.reason(RETRANSMITS, "tcp")).contains("not counted here;  tcp show  tells it");
        long sent = (long) asked.value(SENT, "tcp"); // 60, where the machine has the time
        assertThat(asked.result().finding())
                .startsWith("tcp delivered " + sent + " of " + sent + ", once each and in order");
    }

    @Test
    void everyMessageIsEitherDeliveredOrLost() {
        assertThat(asked.value(DELIVERED, "udp") + asked.value(LOST, "udp")).isEqualTo(asked.value(SENT, "udp"));
        assertThat(asked.value(CORRUPTED, "udp")).isZero();
        assertThat(asked.value(DUPLICATED, "udp")).isZero();
        assertThat(asked.reason(RETRANSMITS, "udp")).contains("never");
        assertThat(asked.reason(LINK_DROPPED, "udp")).contains("no link");
    }

    @Test
    void whatIsSentAgainInUserSpaceIsNotSaidToBeTheSystems() {
        Traits rdt =
                Traits.of(Integer.MAX_VALUE, CONNECTION_ORIENTED, RELIABLE, ORDERED, FLOW_CONTROLLED, IN_DATAGRAMS);
        assertThat(Delivery.retransmits(rdt).toString())
                .contains("--path wire, --path sim")
                .doesNotContain("system");
    }

    @Test
    void aReaderThatIsNotAtItsEndInTimeTellsHowFarItCame() {
        Asked slow = Asked.of(delivery, new RelayPath(), LinkSpec.parse("rate 64kbit"));

        assertThat(slow.value(DELIVERED, "tcp")).isPositive().isLessThan(slow.value(SENT, "tcp"));
        assertThat(slow.result().finding())
                .contains("tcp delivered ", " of 60: the rest still on its way when time was up");
    }

    @Test
    void theFindingNamesWhateverWentWrong() {
        String finding = new Told(delivery)
                .of(
                        "udp",
                        LOST_PERCENT.measured(200, 4.5),
                        SENT.counted(200, 200),
                        DELIVERED.counted(200, 191),
                        LOST.counted(200, 9),
                        DUPLICATED.counted(200, 2),
                        OUT_OF_ORDER.counted(200, 3),
                        CORRUPTED.counted(200, 1),
                        BYTES_EQUAL.held(200, false))
                .conclusion();

        assertThat(finding)
                .isEqualTo(
                        "udp delivered 191 of 200: 9 lost (4.50 %), 2 duplicated, 3 out of order, 1 arrived corrupted.");
    }

    private static final String UNDER_WAY = "1 of 3 runs; otherwise: " + Missing.UNDER_WAY;

    private static Figure of(Measure measure, double number, double low, double high, String gaps) {
        return new Figure(measure, new Reading.Measured(300, number, low, high, gaps));
    }

    @Test
    void theFindingTellsTheWorstRun() {
        String late = new Told(delivery)
                .of(
                        "rdt-gbn",
                        of(LOST_PERCENT, 0, 0, 0, UNDER_WAY.replace('1', '2')),
                        SENT.counted(300, 300),
                        of(DELIVERED, 300, 7, 300, ""),
                        of(LOST, 0, 0, 0, UNDER_WAY.replace('1', '2')),
                        of(BYTES_EQUAL, 1, 1, 1, UNDER_WAY.replace('1', '2')),
                        RETRANSMITS.counted(9, 9220))
                .conclusion();
        assertThat(late)
                .isEqualTo("rdt-gbn delivered 300 of 300, once each and in order, for which 9,220 packets went again,"
                        + " and at worst 7 delivered, the rest at times still on its way.");

        String lossy = new Told(delivery)
                .of(
                        "udp",
                        of(LOST_PERCENT, 4, 3, 5, ""),
                        SENT.counted(300, 300),
                        of(DELIVERED, 288, 285, 291, ""),
                        of(LOST, 12, 9, 15, ""),
                        of(DUPLICATED, 0, 0, 2, ""),
                        BYTES_EQUAL.held(300, false))
                .conclusion();
        assertThat(lossy).isEqualTo("udp delivered 288 of 300: 12 lost (4.00 %), and at worst 15 lost, 2 duplicated.");
    }

    @Test
    void whatAnotherRunKnowsIsNotSaidOfTheOneShown() {
        String finding = new Told(delivery)
                .of(
                        "rdt-gbn",
                        of(LOST_PERCENT, 0, 0, 0, UNDER_WAY),
                        SENT.counted(300, 300),
                        of(DELIVERED, 9, 7, 300, ""),
                        of(LOST, 0, 0, 0, UNDER_WAY),
                        of(BYTES_EQUAL, 1, 1, 1, UNDER_WAY))
                .conclusion();

        assertThat(finding)
                .isEqualTo("rdt-gbn delivered 9 of 300: the rest still on its way when time was up,"
                        + " and at worst 7 delivered.");
    }

    @Test
    void bytesThatWereNotAlwaysTheSameAreNotHidden() {
        String finding = new Told(delivery)
                .of(
                        "tcp",
                        SENT.counted(9, 9),
                        DELIVERED.counted(9, 9),
                        LOST_PERCENT.measured(9, 0),
                        Told.atTimes(BYTES_EQUAL))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp delivered 9 of 9, once each and in order, and at worst other bytes than were sent.");

        String told = new Told(delivery)
                .of(
                        "udp",
                        SENT.counted(9, 9),
                        DELIVERED.counted(9, 9),
                        LOST_PERCENT.measured(9, 0),
                        of(DUPLICATED, 0, 0, 2, ""),
                        Told.atTimes(BYTES_EQUAL))
                .conclusion();
        assertThat(told).isEqualTo("udp delivered 9 of 9, once each and in order, and at worst 2 duplicated.");
    }

    @Test
    void runsWithoutAnyFigureAreCounted() {
        String finding = new Told(delivery)
                .of(
                        "tcp",
                        Told.inTwoOfThree(LOST_PERCENT, 0),
                        Told.inTwoOfThree(SENT, 300),
                        Told.inTwoOfThree(DELIVERED, 300),
                        Told.inTwoOfThree(LOST, 0),
                        Told.inTwoOfThree(BYTES_EQUAL, 1))
                .conclusion();

        assertThat(finding).isEqualTo("tcp delivered 300 of 300, once each and in order (in 2 of 3 runs).");
    }

    @Test
    void theFindingDoesNotCallTroubleOrder() {
        String finding = new Told(delivery)
                .of(
                        "udp",
                        LOST_PERCENT.measured(9, 0),
                        SENT.counted(9, 9),
                        DELIVERED.counted(9, 9),
                        OUT_OF_ORDER.counted(9, 1),
                        BYTES_EQUAL.held(9, false))
                .conclusion();

        assertThat(finding).isEqualTo("udp delivered 9 of 9: 1 out of order.");
    }
}
