package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InferredEndTest {
    @Test
    void oneEndClosesAfterTheOther() {
        assertThat(changes("handshake-and-close", Set.of()))
                .containsExactly(
                        "initiator CLOSED -> SYN-SENT",
                        "other LISTEN -> SYN-RECV",
                        "initiator SYN-SENT -> ESTAB",
                        "other SYN-RECV -> ESTAB",
                        "initiator ESTAB -> FIN-WAIT-1",
                        "other ESTAB -> CLOSE-WAIT",
                        "other CLOSE-WAIT -> LAST-ACK",
                        "initiator FIN-WAIT-1 -> TIME-WAIT",
                        "other LAST-ACK -> CLOSED");
    }

    @Test
    void whatIsLostChangesNothingAtTheOtherEnd() {
        assertThat(changes("lost-fin", Set.of(6, 7)))
                .endsWith(
                        "initiator ESTAB -> FIN-WAIT-1",
                        "other ESTAB -> CLOSE-WAIT",
                        "other CLOSE-WAIT -> LAST-ACK",
                        "initiator FIN-WAIT-1 -> TIME-WAIT",
                        "other LAST-ACK -> CLOSED");
        assertThat(changes("handshake-and-close", Set.of(6))).doesNotContain("other LAST-ACK -> CLOSED");
        assertThat(changes("lost-syn", Set.of(1, 2)))
                .startsWith("initiator CLOSED -> SYN-SENT", "other LISTEN -> SYN-RECV");
    }

    @Test
    void bothOpenAndCloseAtOnce() {
        assertThat(changes("simultaneous-open", Set.of()))
                .contains("initiator SYN-SENT -> SYN-RECV", "initiator SYN-RECV -> ESTAB");
        assertThat(changes("simultaneous-close", Set.of())).contains("initiator CLOSING -> TIME-WAIT");
    }

    @Test
    void aResetClosesBothEnds() {
        assertThat(changes("reset", Set.of())).endsWith("other ESTAB -> CLOSED", "initiator ESTAB -> CLOSED");
        assertThat(changes("refused", Set.of()))
                .containsExactly("initiator CLOSED -> SYN-SENT", "initiator SYN-SENT -> CLOSED");
    }

    /** A second shutdown is told that nothing is connected, while the end waits for what is late. */
    @Test
    void whoWaitsForWhatIsLateHasNoConnectionToLose() {
        InferredEnd initiator = new InferredEnd();
        assertThat(changesOf(initiator, Scenarios.text("handshake-and-close"), Set.of()))
                .contains("initiator FIN-WAIT-1 -> TIME-WAIT");

        assertThat(initiator.lost()).isEmpty();
    }

    /** RFC 9293 §3.5.1, figure 9: an old connection answers a SYN, and is reset; the SYN waits on. */
    @Test
    void aResetOfAnOldConnectionLeavesASynWaiting() {
        String halfOpen = """
                0 > S 0 mss 1460
                1 < . -300 ack 100
                1 > R 100
                9 > S 0 mss 1460
                1 < S. 0 ack 1 mss 1460
                1 > . 1 ack 1
                """;
        assertThat(changesOf(halfOpen, Set.of()))
                .containsExactly(
                        "initiator CLOSED -> SYN-SENT",
                        "other LISTEN -> SYN-RECV",
                        "initiator SYN-SENT -> ESTAB",
                        "other SYN-RECV -> ESTAB");
    }

    @Test
    void aResetOfTheAnswerItselfSaysThatNobodyWaitsAnyMore() {
        String late = """
                0 > S 0 mss 1460
                1 < S. 0 ack 1 mss 1460
                1 > R 1
                """;
        assertThat(changesOf(late, Set.of(2)))
                .containsExactly(
                        "initiator CLOSED -> SYN-SENT",
                        "other LISTEN -> SYN-RECV",
                        "initiator SYN-SENT -> CLOSED",
                        "other SYN-RECV -> CLOSED");
    }

    /** RFC 7413: the answer to a SYN acknowledges its data, too, or not. */
    @Test
    void dataInASynIsTakenAsFarAsItsAnswerSays() {
        String fastOpen = """
                0 > S 0:7 mss 1460
                1 < S. 0 ack %1$d mss 1460
                1 > P. %1$d:9 ack 1
                1 < . 1 ack 9
                1 > F. 9 ack 1
                """;
        for (int taken : new int[] {8, 1}) {
            assertThat(changesOf(fastOpen.formatted(taken), Set.of()))
                    .as("acknowledged up to %d", taken)
                    .containsExactly(
                            "initiator CLOSED -> SYN-SENT",
                            "other LISTEN -> SYN-RECV",
                            "initiator SYN-SENT -> ESTAB",
                            "other SYN-RECV -> ESTAB",
                            "initiator ESTAB -> FIN-WAIT-1",
                            "other ESTAB -> CLOSE-WAIT");
        }
        assertThat(changesOf("0 > S 0:7 mss 1460\n1 < R. 0 ack 8", Set.of()))
                .containsExactly("initiator CLOSED -> SYN-SENT", "initiator SYN-SENT -> CLOSED");
    }

    @Test
    void aFinBehindAHoleIsNotTaken() {
        assertThat(changes("request-and-reply", Set.of(4))).doesNotContain("other ESTAB -> CLOSE-WAIT");
    }

    @Test
    void aBeginningThatWasMissedIsNotMadeUp() {
        assertThat(changes("from-the-middle", Set.of())).isEmpty();
    }

    /** @param lost packets, counted from 1 */
    private static List<String> changes(String scenario, Set<Integer> lost) {
        return changesOf(Scenarios.text(scenario), lost);
    }

    private static List<String> changesOf(String talk, Set<Integer> lost) {
        return changesOf(new InferredEnd(), talk, lost);
    }

    private static List<String> changesOf(InferredEnd initiator, String talk, Set<Integer> lost) {
        InferredEnd other = new InferredEnd();
        List<String> changes = new ArrayList<>();
        for (Analysed segment : Talk.judged(talk)) {
            boolean own = segment.fromInitiator();
            String sender = own ? "initiator " : "other ";
            String receiver = own ? "other " : "initiator ";
            (own ? initiator : other).sends(segment).ifPresent(change -> changes.add(sender + change.text()));
            if (!lost.contains((int) segment.number())) {
                (own ? other : initiator).receives(segment).ifPresent(change -> changes.add(receiver + change.text()));
            }
        }
        return changes;
    }
}
