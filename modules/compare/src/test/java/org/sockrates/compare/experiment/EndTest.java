package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.End.EMPTY;
import static org.sockrates.compare.experiment.End.END_SEEN;
import static org.sockrates.compare.experiment.End.END_SEEN_AFTER;
import static org.sockrates.compare.experiment.End.HALF_CLOSE;
import static org.sockrates.compare.experiment.End.REPLY;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Reading;

class EndTest {
    private final End end = new End();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new End());
    }

    @Test
    void aStreamHasAnEndAndStaysOpenTheOtherWay() {
        assertThat(asked.value(END_SEEN, "tcp")).isEqualTo(1);
        assertThat(asked.value(HALF_CLOSE, "tcp")).isEqualTo(1);
        assertThat(asked.value(REPLY, "tcp")).isEqualTo(1);
        assertThat(asked.value(EMPTY, "tcp")).isZero();
        assertThat(String.join("\n", asked.result().drawings().get("tcp")))
                .contains("0 (end of stream)")
                .doesNotContain("in C");
    }

    @Test
    void datagramsHaveNoEndButAnEmptyOneIsAMessage() {
        assertThat(asked.value(END_SEEN, "udp")).isZero();
        assertThat(asked.reason(END_SEEN_AFTER, "udp")).contains("silence");
        assertThat(asked.value(HALF_CLOSE, "udp")).isZero();
        assertThat(asked.reason(REPLY, "udp")).contains("no half-close");
        assertThat(asked.value(EMPTY, "udp")).isEqualTo(1);
        assertThat(String.join("\n", asked.result().drawings().get("udp")))
                .contains("EOPNOTSUPP", "(in C 0: ", "(silence)");
    }

    @Test
    void theFindingFollowsTheNumbers() {
        String finding = new Told(end)
                .of(
                        "tcp",
                        END_SEEN.held(1, true),
                        END_SEEN_AFTER.measured(1, 0.1),
                        REPLY.held(1, true),
                        EMPTY.counted(1, 0))
                .of("deaf", END_SEEN.held(1, true), END_SEEN_AFTER.measured(1, 0.1), REPLY.held(1, false))
                .of("rdt", Told.atTimes(END_SEEN), END_SEEN_AFTER.measured(1, 0.1), Told.atTimes(REPLY))
                .of("udp", END_SEEN.held(1, false), EMPTY.counted(1, 1))
                .of("raw", END_SEEN.held(1, false), new Figure(EMPTY, new Reading.Measured(1, 0, 0, 1)))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp told its reader after 0.100 ms, and the other direction still answered, and of an empty"
                        + " message nothing arrived; deaf told its reader after 0.100 ms; rdt told its reader after 0.100 ms (not"
                        + " every time), and the other direction answered at times; udp never told its reader that"
                        + " it was over, and an empty message is a message there; raw never told its reader that it"
                        + " was over, and an empty message is a message there, which did not always arrive.");
    }
}
