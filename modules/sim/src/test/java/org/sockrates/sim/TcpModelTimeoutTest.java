package org.sockrates.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.sim.Pair.MILLI;

import org.junit.jupiter.api.Test;

/** What the model learns of the round trip, and what it does where it could learn nothing. */
final class TcpModelTimeoutTest {
    /** RFC 6298 §3 and §5.7: it waits on as long as it had come to, 240 ms three times doubled. */
    @Test
    void nothingIsLearntFromWhatWasSentTwice() {
        Pair pair = Pair.over("delay 20ms upstream drop data 1-3,5").open();
        pair.say(pair.client(), "hello");
        pair.pass(3000);
        assertThat(waitsUntilItGoesAgain(pair)).isEqualTo(8 * 240);
    }

    @Test
    void whatWasSentOnceTellsTheRoundTripAgain() {
        Pair pair = Pair.over("delay 20ms upstream drop data 1-3,6").open();
        pair.say(pair.client(), "hello");
        pair.pass(3000);
        pair.say(pair.client(), "again");
        pair.pass(100);
        assertThat(waitsUntilItGoesAgain(pair)).isEqualTo(240);
    }

    /** RFC 6298 §5.7, RFC 6928 §2. */
    @Test
    void whoSentItsSynTwiceWaitsThreeSecondsAndKeepsItsWindow() {
        Pair pair = Pair.over("delay 20ms downstream drop syn-ack 1 upstream drop data 1")
                .open();
        assertThat(pair.client().congestionWindow()).isEqualTo(10);
        pair.pass(100);
        assertThat(waitsUntilItGoesAgain(pair)).isEqualTo(3000);
    }

    /** How many milliseconds a message waits, of which the first segment is lost. */
    private static long waitsUntilItGoesAgain(Pair pair) {
        pair.sent();
        long start = pair.now() / MILLI;
        pair.say(pair.client(), "x");
        pair.pass(5000);
        String again = pair.sent().stream()
                .filter(each -> each.contains("client data"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        return Long.parseLong(again.substring(0, again.indexOf(' '))) - start;
    }
}
