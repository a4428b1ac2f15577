package org.sockrates.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.sim.Pair.MILLI;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes again, and when, as a ladder shows it: ten segments of 1000 bytes at once, 20 ms each way. */
final class TcpModelRecoveryTest {
    /** RFC 6582 §3.2: one loss is repaired each round trip. */
    @Test
    void eachOfTwoLossesTakesARoundTrip() {
        assertThat(goAgain("upstream drop data 3,5")).containsExactly("40 1000", "80 1000");
    }

    /** RFC 3042: each of the first two duplicates lets a new one go, though the window does not grow. */
    @Test
    void eachOfTwoDuplicatesLetsANewOneGo() {
        Pair pair = opened("upstream drop data 8");
        long start = pair.now() / MILLI;
        pair.client().send(ByteBuffer.allocate(60 * 1460), pair.now());
        pair.pass(50);
        assertThat(data(pair, start))
                .filteredOn(each -> each.startsWith("40 "))
                .as("for each of seven that came one, and one for the window; for each of two duplicates one")
                .hasSize(7 + 7 + 2);
        pair.pass(1000);
        assertThat(pair.client().slowStartThreshold()).as("of 17").isEqualTo(8);
        assertThat(pair.gotBytes()).isEqualTo(60 * 1460);
    }

    /** RFC 5681 §3.1: what follows a timeout goes in slow start, one segment and then two. */
    @Test
    void afterATimeoutOneGoesAgainAndThenTwo() {
        assertThat(goAgain("upstream drop data 8-10")).containsExactly("280 1000", "320 1000", "320 1000");
        assertThat(goAgain("upstream drop data 6-10"))
                .containsExactly("280 1000", "320 1000", "320 1000", "360 1000", "360 1000");
    }

    /** Duplicates repair a loss once; then RFC 6298 §5.3, since the last acknowledgement of something new, at 40. */
    @Test
    void aRepairThatIsLostWaitsForTheTimeout() {
        assertThat(goAgain("upstream drop data 3,11")).containsExactly("40 1000", "280 1000");
    }

    /** RFC 5681 §4.2: what comes behind a gap is acknowledged at once, and so is what fills it. */
    @Test
    void whatFillsAGapIsAcknowledgedAtOnce() {
        Pair pair = opened("upstream drop data 18");
        for (int i = 0; i < 17; i++) {
            pair.client().send(ByteBuffer.allocate(1460), pair.now());
            pair.pass(200);
        }
        pair.reading(false).sent();
        long start = pair.now() / MILLI;
        for (int i = 0; i < 4; i++) {
            pair.say(pair.client(), "short");
        }
        pair.pass(600);
        String behind = start + 20 + " server ack 0";
        assertThat(pair.sent())
                .filteredOn(each -> each.contains("server"))
                .containsExactly(behind, behind, behind, start + 60 + " server ack 0");
    }

    private static Pair opened(String link) {
        Pair pair = Pair.over("delay 20ms " + link).open();
        pair.pass(1000).sent();
        return pair;
    }

    /** Which data goes again, each with how many milliseconds after the first ten. */
    private static List<String> goAgain(String link) {
        Pair pair = opened(link);
        long start = pair.now() / MILLI;
        pair.ten();
        pair.pass(3000);
        return data(pair, start).stream().skip(10).toList();
    }

    private static List<String> data(Pair pair, long start) {
        return pair.sent().stream()
                .filter(each -> each.contains("client data"))
                .map(each -> each.split(" "))
                .map(words -> Long.parseLong(words[0]) - start + " " + words[3])
                .toList();
    }
}
