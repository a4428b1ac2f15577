package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Oversize.LARGEST_DELIVERED;
import static org.sockrates.compare.experiment.Oversize.LATE_BYTES;
import static org.sockrates.compare.experiment.Oversize.PROMISED;
import static org.sockrates.compare.experiment.Oversize.RECEIVES;
import static org.sockrates.compare.experiment.Oversize.SMALLEST_REFUSED;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.compare.Reading;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;

/** Its tests wait, most of the time, and do so beside each other. */
@Execution(ExecutionMode.CONCURRENT)
class OversizeTest {
    private final Oversize oversize = new Oversize();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new Oversize());
    }

    @Test
    void aStreamHasNoLimitAndADatagramHas() {
        assertThat(asked.value(LARGEST_DELIVERED, "tcp")).isEqualTo(262_144);
        assertThat(asked.reason(SMALLEST_REFUSED, "tcp")).isEqualTo("none of 6 sizes was refused");
        assertThat(asked.value(SMALLEST_REFUSED, "udp")).isEqualTo(65_508);
        assertThat(asked.value(RECEIVES, "udp")).isEqualTo(1);
        assertThat(asked.value(LARGEST_DELIVERED, "udp")).isEqualTo(65_507);
        assertThat(asked.result().drawings().get("udp")).contains("send  65508 bytes = -1 EMSGSIZE (Message too long)");
    }

    @Test
    void aStreamThatIsLateIsNotRefusedAndTellsHowFarItCame() {
        Asked slow = Asked.of(oversize, new RelayPath(), LinkSpec.parse("rate 200kbit"));

        assertThat(slow.value(LARGEST_DELIVERED, "tcp")).isEqualTo(9000);
        assertThat(slow.reason(SMALLEST_REFUSED, "tcp")).isEqualTo("none of 4 sizes was refused");
        assertThat(slow.result().drawings().get("tcp"))
                .endsWith("send  65507 bytes = 65507, still on its way when time was up");
        assertThat(slow.value(LATE_BYTES, "tcp")).isEqualTo(65_507);
        assertThat(slow.result().finding())
                .matches("tcp carried 9,000 bytes in one send and [0-9]+ receives?, with 65,507 bytes still on the way"
                        + " when time was up; udp .*");
    }

    /** 65507 bytes take 10 s there, and the link loses nothing. */
    @Test
    void aDatagramThatIsLateBreaksNoPromise() {
        Asked slow = Asked.of(oversize, new RelayPath(), LinkSpec.parse("rate 50kbit"));

        assertThat(slow.value(SMALLEST_REFUSED, "udp")).isEqualTo(65_508);
        assertThat(slow.result().finding())
                .contains("udp carried 9,000 bytes in one send and 1 receive, with 65,507 bytes still on the way when"
                        + " time was up, and refused 65,508 bytes.");
    }

    @Test
    void whereNothingCameInTimeTheReasonSaysSo() {
        Asked never = Asked.of(oversize, new RelayPath(), LinkSpec.parse("delay 30s"));

        assertThat(never.result().finding()).isEqualTo("tcp and udp: n/a, nothing had arrived when time was up.");
    }

    @Test
    void whatATransportPromisesIsComputedAndNotMeasured() {
        assertThat(asked.result().reading(PROMISED, "udp")).isInstanceOf(Reading.Computed.class);
        assertThat(asked.value(PROMISED, "udp")).isEqualTo(65_507);
        assertThat(asked.reason(PROMISED, "tcp")).contains("stream");
    }

    @Test
    void theFindingFollowsTheNumbers() {
        String finding = new Told(oversize)
                .of("tcp", LARGEST_DELIVERED.counted(6, 262_144), RECEIVES.counted(1, 4), PROMISED.absent("a stream"))
                .of(
                        "udp",
                        LARGEST_DELIVERED.counted(6, 9000),
                        RECEIVES.counted(1, 1),
                        PROMISED.computed(65_507, "stated"),
                        SMALLEST_REFUSED.counted(6, 65_508))
                .conclusion();

        assertThat(finding)
                .isEqualTo(
                        "tcp carried 262,144 bytes in one send and 4 receives, and refused nothing; udp carried 9,000"
                                + " bytes in one send and 1 receive, not the 65,507 bytes it promises, and refused 65,508 bytes.");
    }
}
