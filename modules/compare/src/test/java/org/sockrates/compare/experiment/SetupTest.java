package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.sockrates.compare.experiment.Setup.CONNECT;
import static org.sockrates.compare.experiment.Setup.FIRST_REPLY;
import static org.sockrates.compare.experiment.Setup.HANDSHAKE;
import static org.sockrates.compare.experiment.Setup.NEXT_REPLY;
import static org.sockrates.compare.experiment.Setup.UNANSWERED;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.OnTheWire;
import org.sockrates.compare.Reading;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;

class SetupTest {
    private final Setup setup = new Setup();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new Setup());
    }

    @Test
    void everyRoundTakesTimeAndAReliableOneIsAnswered() {
        for (String transport : asked.result().transports()) {
            assertThat(asked.value(FIRST_REPLY, transport)).isGreaterThan(asked.value(CONNECT, transport));
            assertThat(asked.value(FIRST_REPLY, transport)).as("microseconds").isBetween(1.0, 10e6);
            assertThat(asked.value(NEXT_REPLY, transport)).isPositive();
        }
        assertThat(asked.value(UNANSWERED, "tcp")).isZero();
        double ratio = asked.value(CONNECT, "tcp") / asked.value(NEXT_REPLY, "tcp");
        assertThat(asked.value(HANDSHAKE, "tcp")).isCloseTo(ratio, withinPercentage(1));
        assertThat(asked.reason(HANDSHAKE, "udp")).contains("no connection");
    }

    @Test
    void theFindingSaysWhoWasSlowerAndBecauseOfWhat() {
        String finding = new Told(setup)
                .of(
                        "tcp",
                        FIRST_REPLY.measured(9, 90),
                        CONNECT.measured(9, 40),
                        NEXT_REPLY.measured(9, 40),
                        HANDSHAKE.measured(9, 1))
                .of("udp", FIRST_REPLY.measured(9, 45), CONNECT.measured(9, 2), NEXT_REPLY.measured(9, 40))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp had a first reply after 90.0 us, 2.00 times as long as udp, of which connect took"
                        + " 40.0 us; udp had a first reply after 45.0 us.");
    }

    @Test
    void whereTheRunsOverlapNobodyWasSlower() {
        String finding = new Told(setup)
                .of("tcp", new Figure(FIRST_REPLY, new Reading.Measured(9, 249, 197, 425)))
                .of("udp", new Figure(FIRST_REPLY, new Reading.Measured(9, 241, 188, 314)))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp had a first reply after 249 us (its runs overlap udp's); udp had a first reply after"
                        + " 241 us.");
    }

    @Test
    void ofFewRoundsTheFindingTellsHowManyAndComparesNothing() {
        String finding = new Told(setup)
                .of("tcp", FIRST_REPLY.measured(8, 90_000))
                .of("udp", FIRST_REPLY.measured(8, 45_000))
                .of("rdt-sw", FIRST_REPLY.measured(4, 428_000))
                .of("rdt-sr", FIRST_REPLY.measured(2, 40_000))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp had a first reply after 90.0 ms, 2.00 times as long as udp; udp had a first reply after"
                        + " 45.0 ms; rdt-sw had a first reply after 428 ms (n = 4); rdt-sr had a first reply after"
                        + " 40.0 ms (n = 2).");
    }

    @Test
    void theFindingTellsOfRoundsThatHadNoReply() {
        Figure atWorst = new Figure(UNANSWERED, new Reading.Measured(20, 0, 0, 3));
        String finding = new Told(setup)
                .of("tcp", FIRST_REPLY.measured(20, 90), UNANSWERED.counted(20, 0))
                .of("udp", FIRST_REPLY.measured(20, 90), UNANSWERED.counted(20, 1))
                .of("rdt", FIRST_REPLY.measured(20, 90), atWorst)
                .conclusion();

        assertThat(finding)
                .isEqualTo(
                        "tcp had a first reply after 90.0 us; udp had a first reply after 90.0 us, and had no answer to"
                                + " 1 question; rdt had a first reply after 90.0 us, and had no answer to 0 questions (at worst"
                                + " 3).");
    }

    @Test
    void theFindingSaysThatAHandshakeNeverCrossedTheLink() {
        String finding = new Told(setup)
                .of(
                        "tcp",
                        FIRST_REPLY.measured(9, 40_100),
                        CONNECT.measured(9, 60),
                        NEXT_REPLY.measured(9, 40_000),
                        HANDSHAKE.measured(9, 0.0015))
                .of("udp", FIRST_REPLY.measured(9, 40_050), NEXT_REPLY.measured(9, 40_000))
                .conclusion();

        assertThat(finding).contains("its handshake took 60.0 us, so it never crossed the link");
    }

    @Test
    void theFindingDoesNotSaySoOfARoundTripNorWhereNoWayIsLong() {
        String finding = new Told(setup)
                .of(
                        "tcp",
                        FIRST_REPLY.measured(9, 80_000),
                        CONNECT.measured(9, 40_000),
                        NEXT_REPLY.measured(9, 40_000),
                        HANDSHAKE.measured(9, 1))
                .of(
                        "near",
                        FIRST_REPLY.measured(9, 80),
                        CONNECT.measured(9, 10),
                        NEXT_REPLY.measured(9, 40),
                        HANDSHAKE.measured(9, 0.25))
                .conclusion();

        assertThat(finding).contains(", of which connect took 40.0 ms", ", of which connect took 10.0 us");
    }

    /** A question that had to be sent again makes a handshake look short; where packets are seen, no hop answers it. */
    @Test
    void theFindingDoesNotTakeASlowQuestionForAHandshakeThatStayed() {
        String finding = new Told(setup)
                .of(
                        "tcp",
                        FIRST_REPLY.measured(9, 40_100),
                        CONNECT.measured(9, 20_600),
                        NEXT_REPLY.measured(9, 559_000),
                        HANDSHAKE.measured(9, 0.0368),
                        OnTheWire.PACKETS.counted(90, 90))
                .conclusion();

        assertThat(finding).contains(", of which connect took 20.6 ms");
    }

    @Test
    void theFindingGivesTheReasonWhereNobodyAnswered() {
        String finding = new Told(setup)
                .of("tcp", FIRST_REPLY.absent("no reply to 5 questions"))
                .of("udp", FIRST_REPLY.absent("no reply to 5 questions"))
                .conclusion();

        assertThat(finding).isEqualTo("tcp and udp: n/a, no reply to 5 questions.");
    }

    @Test
    void theFindingLeavesAdviceOutButCutsNoBracket() {
        String finding = new Told(setup)
                .of("tcp", FIRST_REPLY.absent("cubic is refused (expected: reno; or bbr)"))
                .of("udp", FIRST_REPLY.absent("no such thing (here); try elsewhere; or never"))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp: n/a, cubic is refused (expected: reno; or bbr); udp: n/a, no such thing (here).");
    }

    @Test
    void ofTheWarmUpNothingIsKept() {
        for (Measure measure : List.of(CONNECT, NEXT_REPLY)) {
            assertThat(asked.samples(measure, "tcp")).isEqualTo(asked.samples(FIRST_REPLY, "tcp"));
        }
        Asked firstLost = Asked.of(setup, new RelayPath(), LinkSpec.parse("upstream drop 1"));
        assertThat(firstLost.value(UNANSWERED, "udp")).isZero();
    }

    @Test
    void aCopyOfTheFirstReplyIsNoReplyToTheNextQuestion() {
        Asked copied = Asked.of(setup, new RelayPath(), LinkSpec.parse("delay 30ms duplicate 100%"));
        assertThat(copied.value(NEXT_REPLY, "udp")).isGreaterThanOrEqualTo(60_000);
    }
}
