package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.job.Reply;

class PingTallyTest {
    private static Reply of(int count) {
        PingTally tally = new PingTally("udp", new InetSocketAddress("127.0.0.1", 7));
        for (int millis = 1; millis <= count; millis++) {
            tally.sent();
            tally.received(millis * 1_000_000L);
        }
        return tally.reply(false, 0, "", Optional.empty());
    }

    @Test
    void oneRoundTripHasNoMedianAndFewHaveNoNinetyNinthPercentile() {
        assertThat(of(1).lines()).contains("round trip 1.00 ms, n=1");
        assertThat(of(99).lines()).contains("round trip min/median/max 1.00/50.0/99.0 ms, n=99");
        assertThat(of(100).lines()).contains("round trip min/median/p99/max 1.00/50.5/99.0/100 ms, n=100");

        assertThat(of(1).jsonLines().get(0))
                .contains("\"rtt_min_ms\":1.0,\"rtt_median_ms\":null,\"rtt_p99_ms\":null,\"rtt_max_ms\":1.0");
        assertThat(of(99).jsonLines().get(0)).contains("\"rtt_median_ms\":50.0,\"rtt_p99_ms\":null");
        assertThat(of(100).jsonLines().get(0)).contains("\"rtt_median_ms\":50.5,\"rtt_p99_ms\":99.0");
    }

    @Test
    void theMedianOfTwoRoundTripsLiesBetweenThem() {
        PingTally tally = new PingTally("udp", new InetSocketAddress("127.0.0.1", 7));
        for (int millis : new int[] {3, 1}) {
            tally.sent();
            tally.received(millis * 1_000_000L);
        }
        assertThat(tally.reply(false, 0, "", Optional.empty()).lines())
                .contains("round trip min/median/max 1.00/2.00/3.00 ms, n=2");
    }

    @Test
    void whatStillHadTimeForItsReplyIsNotLost() {
        PingTally tally = new PingTally("udp", new InetSocketAddress("127.0.0.1", 7));
        for (int i = 0; i < 4; i++) {
            tally.sent();
        }
        tally.received(1_000_000);
        Reply reply = tally.reply(true, 2, "", Optional.empty());
        assertThat(reply.lines())
                .startsWith("udp 127.0.0.1:7: sent 4, received 1, lost 1 (50.0 %), under way 2; partial");
        assertThat(reply.jsonLines().get(0)).contains("\"lost_packets\":1,\"lost_percent\":50.0,\"under_way\":2,");
    }

    @Test
    void whatLeftLateIsToldAndByHowMuch() {
        PingTally tally = new PingTally("tcp", new InetSocketAddress("127.0.0.1", 7));
        for (long millis : new long[] {900, 1450, 20}) {
            tally.sent();
            tally.leftLate(millis * 1_000_000);
        }
        Reply reply = tally.reply(false, 0, "", Optional.empty());
        assertThat(reply.lines())
                .containsExactly(
                        "tcp 127.0.0.1:7: sent 3, received 0, lost 3 (100 %)",
                        "3 left late, by up to 1450 ms; a round trip begins when its send does");
        assertThat(reply.jsonLines().get(0)).contains("\"left_late\":3,\"left_late_max_ms\":1450.0,");
    }

    @Test
    void whatItsOwnReceiveBufferThrewAwayIsToldBesideWhatIsLost() {
        PingTally tally = new PingTally("udp", new InetSocketAddress("127.0.0.1", 7));
        tally.sent();
        assertThat(tally.reply(false, 0, "", Optional.empty()).jsonLines().get(0))
                .contains("\"thrown_away_packets\":null");
        tally.thrownAway(1);
        assertThat(tally.reply(false, 0, "", Optional.empty()).lines())
                .containsExactly(
                        "udp 127.0.0.1:7: sent 1, received 0, lost 1 (100 %)",
                        "  this client's own full receive buffer threw away 1 datagram");
        assertThat(tally.reply(false, 0, "", Optional.empty()).jsonLines().get(0))
                .contains("\"thrown_away_packets\":1");
        tally.received(1_000_000);
        assertThat(tally.reply(false, 0, "", Optional.empty()).lines())
                .hasSize(2)
                .noneMatch(line -> line.contains("buffer"));
    }
}
