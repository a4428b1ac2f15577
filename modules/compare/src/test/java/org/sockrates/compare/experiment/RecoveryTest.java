package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Recovery.LAST_LOST;
import static org.sockrates.compare.experiment.Recovery.MISSING;
import static org.sockrates.compare.experiment.Recovery.NINTH_LOST;
import static org.sockrates.compare.experiment.Recovery.NONE_LOST;
import static org.sockrates.compare.experiment.Recovery.THIRD_LOST;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.PretendPath;
import org.sockrates.compare.Reading;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;

@Timeout(30)
class RecoveryTest {
    private final Recovery recovery = new Recovery();

    @Test
    void whoNeverSendsAgainMissesEachMessageThatIsLost() {
        Asked asked = Asked.of(recovery, new RelayPath(), LinkSpec.parse("delay 2ms"));

        assertThat(asked.value(MISSING, "udp")).isEqualTo(3);
        assertThat(asked.value(NONE_LOST, "udp")).isGreaterThanOrEqualTo(2);
        assertThat(asked.reason(LAST_LOST, "udp")).isEqualTo("1 message of 10 never came: nobody sends again");
        assertThat(asked.reason(LAST_LOST, "tcp")).contains("the path wire");
        assertThat(asked.result().finding())
                .startsWith("udp had all ten after ")
                .contains("and 3 messages never came");
    }

    @Test
    void eachRoundLosesOnePacketByItsNumber() {
        PretendPath path = new PretendPath();
        Asked asked = Asked.of(recovery, path, LinkSpec.NONE);

        assertThat(path.links())
                .filteredOn(link -> link.contains("drop"))
                .containsSubsequence(
                        "upstream delay 20ms drop data 3 downstream delay 20ms",
                        "upstream delay 20ms drop data 9 downstream delay 20ms",
                        "upstream delay 20ms drop data 10 downstream delay 20ms")
                .hasSize(6);
        assertThat(path.links()).last().isEqualTo("");
        assertThat(asked.value(MISSING, "tcp")).isZero();
        assertThat(asked.value(THIRD_LOST, "tcp")).isPositive();
    }

    @Test
    void aFigureIsAbsentWhereNoPacketHadTheNumber() {
        Salvo whole = new Salvo(new long[] {0}, new long[] {9}, 1, Optional.empty());
        Salvo gathered = new Salvo(new long[] {0}, new long[] {9}, 0, Optional.empty());

        assertThat(Recovery.untilAll(LAST_LOST, Loss.TENTH, whole).reading()).isInstanceOf(Reading.Measured.class);
        assertThat(Recovery.untilAll(LAST_LOST, Loss.TENTH, gathered).reading())
                .isEqualTo(new Reading.Absent("it sent fewer packets: what waits for its turn goes together"));
    }

    /** Each round sends ten at once into a queue of five. */
    @Test
    void whatAFullQueueLosesIsNotTheChosenPacketsDoing() {
        Asked asked = Asked.of(recovery, new RelayPath(), LinkSpec.parse("delay 20ms limit 5"));

        assertThat(asked.reason(NONE_LOST, "udp")).isEqualTo("the link's full queue lost packets that nobody chose");
        assertThat(asked.reason(MISSING, "udp")).isEqualTo(asked.reason(NONE_LOST, "udp"));
    }

    @Test
    void whatIsStillOnItsWayDidNotStayAway() {
        Salvo late = new Salvo(new long[] {0}, new long[] {9}, 1, Optional.of(Missing.UNDER_WAY));

        assertThat(Recovery.untilAll(LAST_LOST, Loss.TENTH, late)).isEqualTo(LAST_LOST.absent(Missing.UNDER_WAY));
        assertThat(Recovery.missing(List.of(late))).isEqualTo(MISSING.absent(Missing.UNDER_WAY));
    }

    @Test
    void aRoundThatWasSpoiltTakesNothingFromTheOthers() {
        Salvo late = new Salvo(new long[] {0}, new long[] {Long.MIN_VALUE}, 1, Optional.of(Missing.UNDER_WAY));
        Salvo lost = new Salvo(new long[] {0, 1}, new long[] {9, Long.MIN_VALUE}, 1, Optional.empty());

        assertThat(Recovery.missing(List.of(late, lost))).isEqualTo(MISSING.counted(2, 1));
    }

    @Test
    void wherePacketsCannotBeLostEveryCellSaysWhereTheyCan() {
        Asked asked = Asked.of(recovery, new LoopbackPath(), LinkSpec.NONE);

        for (String transport : asked.result().transports()) {
            assertThat(recovery.measures())
                    .allSatisfy(measure ->
                            assertThat(asked.reason(measure, transport)).contains("--path wire"));
        }
    }

    @Test
    void theFindingTellsWhatEachLossCost() {
        String finding = new Told(recovery)
                .of(
                        "tcp",
                        NONE_LOST.measured(10, 20.6),
                        THIRD_LOST.measured(10, 60.8),
                        NINTH_LOST.measured(10, 79.1),
                        LAST_LOST.measured(10, 307),
                        MISSING.counted(40, 0))
                .of("udp", NONE_LOST.measured(10, 20.4), MISSING.counted(40, 3))
                .of("bad", MISSING.counted(40, 40))
                .conclusion();

        assertThat(finding)
                .isEqualTo(
                        "tcp had all ten after 20.6 ms with none lost, 60.8 ms with the third lost, 79.1 ms with the ninth"
                                + " lost, 307 ms with the last lost; udp had all ten after 20.4 ms with none lost, and 3 messages never came; bad never had"
                                + " all ten, and 40 messages never came.");
    }
}
