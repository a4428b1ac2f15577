package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.HeadOfLine.BEHIND;
import static org.sockrates.compare.experiment.HeadOfLine.HELD_UP;
import static org.sockrates.compare.experiment.HeadOfLine.LOST;
import static org.sockrates.compare.experiment.HeadOfLine.MISSING;
import static org.sockrates.compare.experiment.HeadOfLine.ORDINARY;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.Figure;
import org.sockrates.compare.PretendPath;
import org.sockrates.compare.Reading;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;

@Timeout(30)
class HeadOfLineTest {
    private final HeadOfLine headOfLine = new HeadOfLine();

    @Test
    void withoutAnOrderToKeepNobodyWaitsForTheLostOne() {
        Asked asked = Asked.of(headOfLine, new RelayPath(), LinkSpec.parse("delay 100ms"));

        assertThat(asked.value(MISSING, "udp")).isEqualTo(3);
        assertThat(asked.value(ORDINARY, "udp")).isGreaterThanOrEqualTo(100);
        assertThat(asked.value(BEHIND, "udp")).isGreaterThanOrEqualTo(100);
        assertThat(asked.value(HELD_UP, "udp")).isBetween(0.0, 10.0);
        assertThat(asked.reason(LOST, "udp")).contains("never came");
        assertThat(asked.reason(BEHIND, "tcp")).contains("the path wire");
        List<String> chart = asked.result().drawings().get("udp");
        assertThat(chart).hasSize(14);
        assertThat(chart.get(3)).isEqualTo("#4  x     never");
        assertThat(chart.get(4)).matches("#5   +[0-9.]+ ms  #+");
    }

    @Test
    void theFourthPacketIsLost() {
        PretendPath path = new PretendPath();
        Asked asked = Asked.of(headOfLine, path, LinkSpec.NONE);

        assertThat(path.links()).contains("upstream delay 20ms drop data 4 downstream delay 20ms");
        assertThat(asked.value(MISSING, "tcp")).isZero();
        assertThat(asked.value(LOST, "tcp")).isPositive();
        assertThat(asked.samples(ORDINARY, "tcp")).isEqualTo(10);
        assertThat(asked.samples(BEHIND, "tcp")).isEqualTo(10);
    }

    @Test
    void whereNothingComesNothingIsMadeUp() {
        Asked asked = Asked.of(headOfLine, new RelayPath(), LinkSpec.parse("delay 1ms limit 1 rate 1bit"));

        assertThat(asked.reason(MISSING, "udp")).isEqualTo("the link's full queue lost packets that nobody chose");
        assertThat(asked.reason(BEHIND, "udp")).isEqualTo(asked.reason(MISSING, "udp"));
    }

    @Test
    void ofTooFewMessagesThereIsNoFigure() {
        double[] none = new double[14];
        Arrays.fill(none, Double.NaN);

        assertThat(HeadOfLine.figures(none, none, MISSING.counted(84, 84)))
                .contains(BEHIND.absent("too few messages came"), MISSING.counted(84, 84));
    }

    /** The queue of a rate takes as long without a loss. */
    @Test
    void heldUpIsWhatTakesLongerThanWithNoneLost() {
        double[] queued = new double[14];
        Arrays.setAll(queued, i -> 20 + 9.0 * i);
        double[] behindOne = queued.clone();
        behindOne[3] = 200;
        behindOne[4] = 190;
        behindOne[5] = 1.4 * queued[5];
        behindOne[6] = 1.6 * queued[6];

        assertThat(HeadOfLine.figures(queued, queued, MISSING.counted(84, 0)))
                .contains(HELD_UP.counted(10, 0), BEHIND.measured(10, 137), ORDINARY.measured(10, 137));
        assertThat(HeadOfLine.figures(behindOne, queued, MISSING.counted(84, 0)))
                .contains(HELD_UP.counted(10, 2), BEHIND.measured(10, 190), LOST.measured(1, 200));
    }

    @Test
    void whatCameInOneOfTheTwoAloneIsNotAmongThem() {
        double[] all = new double[14];
        Arrays.fill(all, 20);
        double[] without = all.clone();
        without[9] = Double.NaN;

        Figure missing = MISSING.counted(84, 1);
        assertThat(HeadOfLine.figures(without, all, missing)).contains(HELD_UP.counted(9, 0), BEHIND.measured(9, 20));
        assertThat(HeadOfLine.figures(all, without, missing)).contains(HELD_UP.counted(9, 0), BEHIND.measured(9, 20));
    }

    /** On a short way half as long again is soon said. */
    @Test
    void aMomentsHesitationOfTheMachineHoldsUpNobody() {
        double[] quick = new double[14];
        Arrays.fill(quick, 1);
        double[] hesitant = quick.clone();
        hesitant[9] = 2.9;
        hesitant[10] = 3.1;

        assertThat(HeadOfLine.figures(hesitant, quick, MISSING.counted(84, 0))).contains(HELD_UP.counted(10, 1));
    }

    @Test
    void theFindingTellsWhoWaitedForWhom() {
        String finding = new Told(headOfLine)
                .of(
                        "tcp",
                        BEHIND.measured(10, 68.2),
                        ORDINARY.measured(3, 20.7),
                        LOST.measured(1, 76.3),
                        HELD_UP.counted(10, 5))
                .of("udp", BEHIND.measured(10, 21.2), ORDINARY.measured(3, 20.2), HELD_UP.counted(10, 0))
                .of(
                        "rdt",
                        BEHIND.measured(10, 21.2),
                        ORDINARY.measured(3, 20.2),
                        LOST.measured(1, 76.3),
                        new Figure(HELD_UP, new Reading.Measured(10, 0, 0, 9)))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp held up 5 messages behind the lost one, 68.2 ms at worst, where 20.7 ms is ordinary,"
                        + " and the lost one came after 76.3 ms; udp held up none behind the lost one, 21.2 ms at"
                        + " worst, where 20.2 ms is ordinary, and the lost one never came; rdt held up none"
                        + " behind the lost one (at worst 9), 21.2 ms at worst, where 20.2 ms is ordinary, and the lost"
                        + " one came after 76.3 ms.");
    }
}
