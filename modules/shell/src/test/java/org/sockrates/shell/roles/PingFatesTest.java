package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PingFatesTest {
    private static final long MILLIS = 1_000_000;
    private static final long LIMIT = 1000 * MILLIS;
    private static final long NUMBERLESS = PingReplies.UNNUMBERED;

    private final List<String> told = new ArrayList<>();
    private final PingTally tally = new PingTally("tcp", new InetSocketAddress("127.0.0.1", 7));
    private final PingFates fates = new PingFates(LIMIT, true, tally, (number, what) -> told.add(number + " " + what));

    private List<String> counts() {
        return tally.reply(false, 0, "", Optional.empty()).lines();
    }

    @Test
    void aGreetingIsNoReplyWhereRepliesHaveNumbers() {
        fates.sending(0);
        fates.came(NUMBERLESS, 2 * MILLIS);
        fates.sending(3 * MILLIS);
        fates.came(1, 60 * MILLIS);
        fates.came(NUMBERLESS, 61 * MILLIS);
        fates.came(2, 63 * MILLIS);
        assertThat(told)
                .containsExactly(
                        "1 reply without a number after 2.00 ms", "1 reply after 60.0 ms", "2 reply after 60.0 ms");
        assertThat(counts())
                .containsExactly(
                        "tcp 127.0.0.1:7: sent 2, received 2, lost 0 (0 %), unasked 2",
                        "round trip min/median/max 60.0/60.0/60.0 ms, n=2");
    }

    @Test
    void whoHadAGreetingForItsReplyMayStillMissIt() {
        fates.sending(0);
        fates.came(NUMBERLESS, 2 * MILLIS);
        fates.sending(LIMIT);
        fates.came(2, LIMIT + MILLIS);
        assertThat(told)
                .containsExactly(
                        "1 reply without a number after 2.00 ms", "1 no reply within 1s", "2 reply after 1.00 ms");
        fates.came(1, LIMIT + 2 * MILLIS);
        assertThat(told).last().asString().startsWith("1 late reply after ");
        assertThat(fates.waiting()).isZero();
    }

    @Test
    void whatWasTakenForALateReplyIsMissedAsBefore() {
        fates.sending(0);
        fates.came(NUMBERLESS, LIMIT + MILLIS);
        fates.sending(LIMIT + 2 * MILLIS);
        fates.came(2, LIMIT + 3 * MILLIS);
        assertThat(told)
                .containsExactly(
                        "1 no reply within 1s", "1 late reply without a number after 1000 ms", "2 reply after 1.00 ms");
        assertThat(fates.waiting()).isZero();
        assertThat(counts().get(0)).endsWith("sent 2, received 1, lost 1 (50.0 %), unasked 1");
        fates.came(1, LIMIT + 4 * MILLIS);
        assertThat(told).last().isEqualTo("1 late reply after 1000 ms");
    }

    @Test
    void repliesWithoutNumbersAreToTheMessagesInTheirOrder() {
        fates.sending(0);
        fates.sending(0);
        assertThat(fates.restNanos(MILLIS)).isEqualTo(LIMIT - MILLIS);
        fates.sending(LIMIT);
        fates.sending(LIMIT);
        fates.giveUp(LIMIT);
        assertThat(fates.waiting()).isEqualTo(2);
        for (int i = 0; i < 3; i++) {
            fates.came(NUMBERLESS, LIMIT + MILLIS);
        }
        assertThat(told)
                .containsExactly(
                        "1 no reply within 1s",
                        "2 no reply within 1s",
                        "1 late reply without a number after 1000 ms",
                        "2 late reply without a number after 1000 ms",
                        "3 reply without a number after 1.00 ms");
    }

    @Test
    void whereOrderMeansNothingOnlyTheLastOneIsSure() {
        PingFates unordered = new PingFates(LIMIT, false, tally, (number, what) -> told.add(number + " " + what));
        unordered.sending(0);
        unordered.sending(0);
        unordered.came(NUMBERLESS, MILLIS);
        unordered.came(NUMBERLESS, 2 * MILLIS);
        unordered.sending(3 * MILLIS);
        unordered.came(NUMBERLESS, 4 * MILLIS + LIMIT);
        assertThat(told)
                .containsExactly(
                        "1 a reply, perhaps to another",
                        "2 reply without a number after 2.00 ms",
                        "3 no reply within 1s",
                        "3 late reply without a number after 1000 ms");
    }

    @Test
    void aReplyIsListenedForTwiceAsLongAsItMayTake() {
        fates.sending(0);
        fates.sending(10 * MILLIS);
        fates.sending(20 * MILLIS);
        assertThat(fates.lateNanos(20 * MILLIS)).as("all wait").isZero();
        fates.came(3, 30 * MILLIS);
        long given = LIMIT + 20 * MILLIS;
        fates.giveUp(given);
        assertThat(fates.lateNanos(given)).isEqualTo(LIMIT - 10 * MILLIS);
        fates.came(2, given);
        assertThat(fates.lateNanos(given)).isEqualTo(LIMIT - 20 * MILLIS);
        assertThat(fates.lateNanos(2 * LIMIT)).isZero();
        fates.came(1, given);
        assertThat(fates.lateNanos(given)).isZero();
    }

    @Test
    void whatWasNotSentAfterAllWaitsForNothing() {
        fates.sending(0);
        fates.sending(MILLIS);
        fates.unsent();
        assertThat(fates.waiting()).isEqualTo(1);
        assertThat(fates.sent()).isEqualTo(1);
        fates.giveUp(2 * LIMIT);
        assertThat(fates.waiting()).isZero();
        assertThat(counts()).containsExactly("tcp 127.0.0.1:7: sent 1, received 0, lost 1 (100 %)");
        fates.sending(2 * LIMIT);
        fates.giveUp(3 * LIMIT);
        fates.unsent();
        assertThat(fates.waiting()).isZero();
    }

    @Test
    void whatCameBeforeAMessageWasSentIsNoReplyToIt() {
        fates.sending(10 * MILLIS);
        fates.came(NUMBERLESS, 9 * MILLIS);
        fates.came(1, 9 * MILLIS);
        assertThat(told).isEmpty();
        assertThat(fates.waiting()).isEqualTo(1);
        assertThat(counts()).containsExactly("tcp 127.0.0.1:7: sent 1, received 0, lost 1 (100 %), unasked 2");
    }
}
