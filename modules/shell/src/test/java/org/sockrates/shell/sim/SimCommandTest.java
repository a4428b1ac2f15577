package org.sockrates.shell.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

class SimCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void putsTheThreeSideBySide() {
        typing.type("sim --link \"delay 20ms\" --count 80 --window 8")
                .shows(
                        "sim: 80 messages of 1000 bytes one way, window 8; link delay 20ms seed 42, both",
                        "     ways; virtual time",
                        "            took     goodput delivered wrong packets again acks",
                        "  rdt-sw  3.18 s  201 kbit/s        80     0      80     0   80",
                        "  rdt-gbn 380 ms 1.68 Mbit/s        80     0      80     0   80",
                        "  rdt-sr  380 ms 1.68 Mbit/s        80     0      80     0   80",
                        "  > rdt-sw took 3.18 s and 1.00 packets a message; rdt-gbn took 380 ms and 1.00",
                        "    packets a message; rdt-sr took 380 ms and 1.00 packets a message.")
                .ends(0);
    }

    @Test
    void saysWhereLostAcknowledgementsDecide() {
        String costs = "A lost acknowledgement costs rdt-sr a timeout";
        assertThat(typing.type("sim --seed 42").lines()).anyMatch(line -> line.contains(costs));
        for (String other : List.of(
                "sim --seed 42 --link \"delay 20ms upstream loss 2%\"", // sr is first
                "sim rdt-gbn rdt-sr --seed 1 --count 60 --window 4 --link \"upstream rate 100kbit\"", // only too early
                "sim rdt-sw rdt-sr --seed 42",
                "sim --link \"delay 20ms\" --count 80")) {
            assertThat(typing.type(other).ends(0).lines()).noneMatch(line -> line.contains(costs));
        }
    }

    @Test
    void stopAndWaitAloneHasAWindowOfOne() {
        assertThat(typing.type("sim rdt-sw --count 9 --window 8 --seed 1")
                        .lines()
                        .get(0))
                .startsWith("sim: 9 messages of 1000 bytes one way, window 1; link");
        assertThat(typing.type("sim rdt-sw rdt-sr --count 9 --window 8 --seed 1")
                        .lines()
                        .get(0))
                .startsWith("sim: 9 messages of 1000 bytes one way, window 8; link");
    }

    @Test
    void theSameSeedIsTheSameRun() {
        List<String> once = typing.type("sim --seed 7 --count 200").lines();

        assertThat(typing.type("sim --seed 7 --count 200").lines()).isEqualTo(once);
        assertThat(typing.type("sim --seed 8 --count 200").lines()).isNotEqualTo(once);
    }

    @Test
    void tooFewNumbersGoWrongAndItSaysSo() {
        List<String> lines = typing.type(
                        "sim rdt-sr --window 4 --numbers 5 --timeout 60ms --seed 1" + " --link \"delay 20ms loss 20%\"")
                .lines();

        assertThat(String.join(" ", lines)).contains(", 5 numbers;").contains("delivered a wrong message after");
    }

    @Test
    void aLadderDrawsEachPacketAndHowBothEndsStand() {
        typing.type(
                        "sim rdt-gbn --link \"delay 10ms upstream drop data 1\" --window 2 --count 2 --timeout 50ms --ladder")
                .shows(
                        "   ms sender                                                            receiver",
                        "  0.0 [0] timer on        |-- data 0 --------------------------x drop |",
                        "  0.0 [0-1]               |------------- data 1 10.0 ms ------------->| not 0",
                        " 10.0 old: [0-1]          |<------------ ack none 10.0 ms ------------| next 0",
                        " 50.0 timeout 50 ms [0-1] |-- data 0 again .................          |",
                        " 50.0 [0-1]               |-- data 1 again .................          |",
                        " 60.0                     |          ................ data 0 again -->|",
                        " 60.0                     |          ........................ ack 0 --| next 1",
                        " 60.0                     |          ................ data 1 again -->|",
                        " 60.0                     |          ........................ ack 1 --| next 2",
                        " 70.0 [1] timer anew      |<-- ack 0 .......................          |",
                        " 70.0 [] timer off        |<-- ack 1 .......................          |",
                        "[a sender waits for], its timer, next: what a receiver does; as packets tell",
                        "rdt-gbn: 2 delivered, 4 data packets, 3 acknowledgements")
                .ends(0);
    }

    @Test
    void itsLadderIsToldInWordsInAsciiAndAsValues() {
        String run = "sim rdt-sw --link \"delay 10ms upstream drop data 1\" --count 1 --timeout 50ms --ladder";
        typing.type(run + " --words")
                .shows(
                        "rdt-sw from sender to receiver; 3 rows",
                        "0.0 ms: data 0 leaves sender and gets no further, drop; sender waits for 0,",
                        "  timer on",
                        "50.0 ms: data 0 again goes from sender to receiver in 10.0 ms; sender waits for",
                        "  0, timeout after 50 ms",
                        "60.0 ms: ack 0 goes from receiver to sender in 10.0 ms; receiver wants 1 next;",
                        "  sender waits for nothing, timer off",
                        "what an end waits for, wants, keeps and sets its timer for: as packets tell",
                        "rdt-sw: 1 delivered, 2 data packets, 1 acknowledgements");
        assertThat(typing.type(run + " --ascii").lines()).allMatch(line -> line.matches("\\p{ASCII}*"));
        assertThat(String.valueOf(typing.type(run + " --json").jsonList().get(0).get("rows")))
                .contains("left_note=[0], left_timer={deed=on, number=null, ms=null}")
                .contains("left_timer={deed=timeout, number=null, ms=50.0}")
                .contains("right_note=next 1, right_timer=null");
        typing.type("sim --words").refuses("sim: --words without --ladder (expected: both)");
        typing.type("sim --ascii").refuses("sim: --ascii without --ladder (expected: both)");
        typing.type(run + " --ascii --words").refuses("sim: --ascii with --words (expected: one of them)");
    }

    @Test
    void aTraceTellsEachPacketInALine() {
        typing.type(
                        "sim rdt-gbn --link \"delay 10ms upstream drop data 1\" --window 2 --count 2 --timeout 50ms --trace")
                .shows(
                        "0.000000 sender > receiver: DATA 0, length 1000  <- dropped: drop",
                        "0.000000 sender > receiver: DATA 1, length 1000",
                        "0.010000 receiver > sender: ACK none, next 0, win 65535",
                        "0.050000 sender > receiver: DATA 0, length 1000 [Retransmission]",
                        "0.050000 sender > receiver: DATA 1, length 1000 [Retransmission]",
                        "0.060000 receiver > sender: ACK 0, next 1, win 65535",
                        "0.060000 receiver > sender: ACK 1, next 2, win 65535",
                        "rdt-gbn: 2 delivered, 4 data packets, 3 acknowledgements")
                .ends(0);
    }

    @Test
    void aBrokenPacketIsShownAsOne() {
        String run = "sim rdt-sw --link \"upstream corrupt 50% seed 3\" --count 1 --timeout 50ms ";
        typing.type(run + "--trace")
                .shows(
                        "0.000000 sender > receiver: DATA 0, length 1000  <- corrupted: corrupt",
                        "0.050000 sender > receiver: DATA 0, length 1000 [Retransmission]",
                        "0.050000 receiver > sender: ACK 0, next 1, win 65535",
                        "rdt-sw: 1 delivered, 2 data packets, 1 acknowledgements");
        assertThat(typing.type(run + "--ladder").lines())
                .anyMatch(line -> line.contains("data 0 -") && line.endsWith("x corrupt |"))
                .anyMatch(line -> line.contains("timeout 50 ms [0]"));
    }

    @Test
    void aLongTraceCountsWhatItLeavesOut() {
        assertThat(typing.type("sim rdt-sr --link \"delay 1ms\" --count 3000 --trace")
                        .lines())
                .hasSize(5002)
                .contains("… 1000 more packets left out");
    }

    @Test
    void aTraceIsNoLadder() {
        typing.type("sim --trace --ladder").refuses("sim: --ladder and --trace (expected: one of them)");
    }

    @Test
    void aLadderSaysWhenAWrongMessageCame() {
        assertThat(typing.type("sim rdt-sr --link \"delay 10ms downstream drop ack 1-3\" --window 3 --numbers 4"
                                + " --count 8 --timeout 50ms --ladder --timeless")
                        .lines())
                .last()
                .isEqualTo("rdt-sr: 4 delivered, then a wrong one, 11 data packets, 11 acknowledgements");
    }

    @Test
    void aSweepIsNotDrawnAsALadder() {
        typing.type("sim sweep --ladder")
                .refuses("sim sweep: --ladder or --trace (expected: one run to show); see  help sim");
    }

    @Test
    void whatWasNeverSentDoesNotGoAgain() {
        String run = "sim rdt-sw rdt-gbn --link \"loss 100%\" --count 20 --window 4";
        assertThat(typing.type(run).lines())
                .contains("  rdt-sw  never     n/a         0     0    1445  1444    0")
                .contains("  rdt-gbn never     n/a         0     0    5780  5776    0");
        assertThat(typing.type(run + " --json").json().toString())
                .contains("seconds=null")
                .contains("sent=4, data_packets=5780, again=5776");
    }

    /** One message of 8000 bits came, and for the rest of 24 hours none. */
    @Test
    void aRateOfWhatNeverEndedIsOfAllTheTimeItWasWatched() {
        String run = "sim rdt-sw --link \"delay 10ms upstream drop data 2-\" --count 2";
        assertThat(typing.type(run).lines()).anyMatch(line -> line.matches("  rdt-sw +never +0\\.0926 bit/s .*"));
    }

    @Test
    void hasNoRateWhereNoTimePassed() {
        assertThat(typing.type("sim rdt-gbn --link \"\" --count 20").lines())
                .contains("  rdt-gbn 0 ms     n/a        20     0      20     0   20");
        assertThat(typing.type("sim rdt-gbn --link \"\" --count 20 --json")
                        .json()
                        .toString())
                .contains("goodput_bits_per_second=null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sim rdt-gnb        | sim: \"rdt-gnb\" (expected: rdt-gbn?)",
                "sim tcp            | sim: \"tcp\" (expected: rdt-sw rdt-gbn rdt-sr)",
                "sim --numbers 1    | sim: --numbers: \"1\" (expected: a whole number from 2 to 4294967296)",
                "sim --size 7       | sim: --size: \"7\" (expected: a whole number from 8 to 1400)",
                "sim --window 1025  | sim: --window: \"1025\" (expected: a whole number from 1 to 1024)",
                "sim --window 0     | sim: --window: \"0\" (expected: a whole number from 1 to 1024)",
                "sim --timeless    | sim: --timeless without --ladder (expected: both)",
                "sim --timeout 0s   | sim: --timeout: \"0s\" (expected: a duration from 1ms to 3600s)",
                "sim --timeout 999us | sim: --timeout: \"999us\" (expected: a duration from 1ms to 3600s)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }

    @Test
    void allNumbersAreWrittenAsHelpWritesThem() {
        assertThat(typing.type("sim rdt-sr --numbers 2^32").ends(0).lines())
                .isEqualTo(typing.type("sim rdt-sr").lines());
    }
}
