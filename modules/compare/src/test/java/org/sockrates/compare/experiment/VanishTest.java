package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Vanish.CLIENT_TOLD;
import static org.sockrates.compare.experiment.Vanish.CLIENT_TOLD_AFTER;
import static org.sockrates.compare.experiment.Vanish.SENDS_IN_VAIN;
import static org.sockrates.compare.experiment.Vanish.SERVER_TOLD;
import static org.sockrates.compare.experiment.Vanish.SERVER_TOLD_AFTER;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VanishTest {
    private final Vanish vanish = new Vanish();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new Vanish());
    }

    @Test
    void aConnectionTellsBothEnds() {
        assertThat(asked.value(CLIENT_TOLD, "tcp")).isEqualTo(1);
        assertThat(asked.value(SERVER_TOLD, "tcp")).isEqualTo(1);
        assertThat(asked.value(CLIENT_TOLD_AFTER, "tcp")).isPositive();
        assertThat(asked.value(SENDS_IN_VAIN, "tcp")).isBetween(1.0, 2.0);
        // as of a program that was killed with kill -9: its system says FIN, not RST
        assertThat(asked.result().drawings().get("tcp"))
                .anyMatch(line -> line.matches("recv\\(client\\) += 0 \\(end of stream\\) .*"))
                .anyMatch(line -> line.matches("recv\\(server\\) += 0 \\(end of stream\\) .*"))
                .noneMatch(line -> line.contains("ECONNRESET"));
    }

    @Test
    void withoutAConnectionWhoWaitsWaitsForever() {
        assertThat(asked.value(CLIENT_TOLD, "udp")).isZero();
        assertThat(asked.value(SERVER_TOLD, "udp")).isZero();
        assertThat(asked.reason(SERVER_TOLD_AFTER, "udp")).isEqualTo("never told");
        assertThat(asked.value(SENDS_IN_VAIN, "udp")).isPositive();
    }

    @Test
    void theFindingSaysWhoWasTold() {
        Told told = new Told(vanish)
                .of(
                        "both",
                        CLIENT_TOLD.held(1, true),
                        CLIENT_TOLD_AFTER.measured(1, 0.2),
                        SERVER_TOLD.held(1, true),
                        SERVER_TOLD_AFTER.measured(1, 0.3),
                        SENDS_IN_VAIN.counted(5, 1))
                .of("client", CLIENT_TOLD.held(1, true), CLIENT_TOLD_AFTER.measured(1, 0.2))
                .of("server", CLIENT_TOLD.held(1, false), SERVER_TOLD.held(1, true), SERVER_TOLD_AFTER.measured(1, 0.3))
                .of(
                        "fickle",
                        Told.atTimes(CLIENT_TOLD),
                        CLIENT_TOLD_AFTER.measured(1, 0.2),
                        Told.atTimes(SERVER_TOLD),
                        SERVER_TOLD_AFTER.measured(1, 0.3))
                .of("none", CLIENT_TOLD.held(1, false), SENDS_IN_VAIN.counted(5, 5));

        assertThat(told.conclusion())
                .isEqualTo("both told the client after 0.200 ms and the server after 0.300 ms, and its system took"
                        + " 1 send for a server that had gone; client told the client after 0.200 ms only; server told"
                        + " the server after 0.300 ms only; fickle told the client after 0.200 ms (not every time) and the"
                        + " server after 0.300 ms (not every time); none told nobody who just waited, and its system took"
                        + " 5 sends for a server that had gone.");
    }
}
