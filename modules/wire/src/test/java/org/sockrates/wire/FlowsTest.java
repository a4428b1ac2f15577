package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.link.rule.Way.DOWNSTREAM;
import static org.sockrates.link.rule.Way.UPSTREAM;
import static org.sockrates.wire.Crafted.ACK;
import static org.sockrates.wire.Crafted.FIN;
import static org.sockrates.wire.Crafted.RST;
import static org.sockrates.wire.Crafted.SYN;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.PacketHead.Kind;

class FlowsTest {
    private static final List<Crafted> FAMILIES = List.of(Crafted.four(), Crafted.six());
    private static final long SECOND = 1_000_000_000L;

    private final Flows flows = new Flows();
    private final Sighting sighting = new Sighting();
    private long now = -5 * SECOND; // the clock may begin anywhere

    @Test
    void whoSentTheSynIsTheClientWhateverThePorts() {
        for (Crafted family : FAMILIES) {
            assertThat(way(family.segment(40_000, 80, SYN, 0, 0))).isEqualTo(UPSTREAM);
            assertThat(way(family.segment(80, 40_000, SYN | ACK, 0, 0))).isEqualTo(DOWNSTREAM);
            assertThat(way(family.segment(40_000, 80, ACK, 1, 0))).isEqualTo(UPSTREAM);
            assertThat(way(family.segment(80, 40_000, ACK, 1, 10))).isEqualTo(DOWNSTREAM);
            assertThat(way(family.segment(20, 60_000, SYN, 0, 0))).isEqualTo(UPSTREAM);
            assertThat(way(family.segment(60_000, 20, RST | ACK, 0, 0))).isEqualTo(DOWNSTREAM);
        }
    }

    @Test
    void theSamePortsBelongToTheNextWhoSendsASyn() {
        Crafted four = Crafted.four();
        way(four.segment(40_000, 80, SYN, 0, 0));
        way(four.segment(80, 40_000, SYN | ACK, 0, 0));
        way(four.segment(40_000, 80, FIN | ACK, 1, 0));
        assertThat(way(four.segment(80, 40_000, SYN, 7, 0))).isEqualTo(UPSTREAM);
        assertThat(way(four.segment(40_000, 80, SYN | ACK, 9, 0))).isEqualTo(DOWNSTREAM);
    }

    @Test
    void ofTwoWhoOpenAtOnceTheFirstIsTheClient() {
        Crafted four = Crafted.four();
        assertThat(way(four.segment(1000, 2000, SYN, 0, 0))).isEqualTo(UPSTREAM);
        assertThat(way(four.segment(2000, 1000, SYN, 0, 0))).isEqualTo(DOWNSTREAM);
        assertThat(way(four.segment(1000, 2000, SYN | ACK, 0, 0))).isEqualTo(UPSTREAM);
    }

    @Test
    void whoSentTheFirstDatagramIsTheClientUntilALongSilence() {
        for (Crafted family : FAMILIES) {
            assertThat(way(family.datagram(40_000, 53, 1))).isEqualTo(UPSTREAM);
            assertThat(way(family.datagram(53, 40_000, 1))).isEqualTo(DOWNSTREAM);
            now += 59 * SECOND;
            assertThat(way(family.datagram(53, 40_000, 1))).isEqualTo(DOWNSTREAM);
            now += 61 * SECOND;
            assertThat(way(family.datagram(53, 40_000, 1))).isEqualTo(UPSTREAM);
        }
    }

    @Test
    void anErrorGoesAgainstThePacketItQuotes() {
        for (Crafted family : FAMILIES) {
            way(family.datagram(40_000, 9, 1));
            ByteBuffer sent = turned(family.datagram(40_000, 9, 1));
            assertThat(way(family.unreachable(sent))).isEqualTo(DOWNSTREAM);
            ByteBuffer answered = turned(family.datagram(9, 40_000, 1));
            assertThat(way(family.unreachable(answered))).isEqualTo(UPSTREAM);
        }
    }

    @Test
    void anEchoGoesUpAndItsReplyDown() {
        for (Crafted family : FAMILIES) {
            assertThat(way(family.echo(false))).isEqualTo(UPSTREAM);
            assertThat(way(family.echo(true))).isEqualTo(DOWNSTREAM);
        }
    }

    @Test
    void laterFragmentsGoWhereTheFirstWent() {
        way(Crafted.four().datagram(40_000, 53, 1));
        assertThat(way(Crafted.fragment(53, 40_000, 300, 0, true))).isEqualTo(DOWNSTREAM);
        assertThat(way(Crafted.fragment(53, 40_000, 300, 64, true))).isEqualTo(DOWNSTREAM);
        assertThat(way(Crafted.fragment(40_000, 53, 301, 0, true))).isEqualTo(UPSTREAM);
        assertThat(way(Crafted.fragment(40_000, 53, 301, 64, false))).isEqualTo(UPSTREAM);
        assertThat(way(Crafted.fragment(53, 40_000, 300, 128, false))).isEqualTo(DOWNSTREAM);
    }

    @Test
    void aFragmentsNumberStandsInItsOwnHeaderWhateverFollowsIt() {
        way(Crafted.six().datagram(40_000, 53, 1));
        assertThat(way(Crafted.fragmentBehindOptions(53, 40_000, 300, 0, true))).isEqualTo(DOWNSTREAM);
        assertThat(way(Crafted.fragmentBehindOptions(53, 40_000, 300, 64, false)))
                .isEqualTo(DOWNSTREAM);
    }

    @Test
    void tellsWhatWasSentBefore() {
        for (Crafted family : FAMILIES) {
            assertThat(again(family.segment(1000, 80, SYN, 99, 0))).isFalse();
            assertThat(again(family.segment(1000, 80, SYN, 99, 0))).isTrue();
            assertThat(again(family.segment(80, 1000, SYN | ACK, 499, 0))).isFalse();
            assertThat(again(family.segment(1000, 80, ACK, 100, 0))).isFalse();
            assertThat(again(family.segment(1000, 80, ACK, 100, 50))).isFalse();
            assertThat(again(family.segment(1000, 80, ACK, 150, 50))).isFalse();
            assertThat(again(family.segment(1000, 80, ACK, 100, 50))).isTrue();
            assertThat(again(family.segment(1000, 80, ACK, 200, 0))).isFalse();
            assertThat(again(family.segment(80, 1000, ACK, 500, 10))).isFalse();
            assertThat(again(family.segment(1000, 80, FIN | ACK, 200, 0))).isFalse();
            assertThat(again(family.segment(1000, 80, FIN | ACK, 200, 0))).isTrue();
            assertThat(again(family.segment(1000, 80, SYN, 5, 0)))
                    .as("a new connection")
                    .isFalse();
        }
    }

    /** The answer was lost: who asked asks once more, and who was asked answers once more. */
    @Test
    void aSynThatComesAgainBehindItsAnswerIsTheSameOne() {
        for (Crafted family : FAMILIES) {
            way(family.segment(1000, 80, SYN, 99, 0));
            way(family.segment(80, 1000, SYN | ACK, 499, 0));
            assertThat(again(family.segment(1000, 80, SYN, 99, 0))).isTrue();
            assertThat(again(family.segment(80, 1000, SYN | ACK, 499, 0))).isTrue();
            assertThat(again(family.segment(1000, 80, ACK, 100, 10))).isFalse();
        }
    }

    @Test
    void tellsWhichNumberedDatagramsWereSentBefore() {
        assertThat(again(UPSTREAM, Kind.OPEN, 0)).isFalse();
        assertThat(again(DOWNSTREAM, Kind.ACK, 0)).isFalse();
        assertThat(again(DOWNSTREAM, Kind.OPEN, 0)).isFalse();
        assertThat(again(UPSTREAM, Kind.OPEN, 0)).isTrue();
        assertThat(again(DOWNSTREAM, Kind.OPEN, 0)).isTrue();
        assertThat(again(UPSTREAM, Kind.DATA, 1)).isFalse();
        assertThat(again(UPSTREAM, Kind.DATA, 2)).isFalse();
        assertThat(again(UPSTREAM, Kind.DATA, 1)).isTrue();
        assertThat(again(DOWNSTREAM, Kind.ACK, 2)).isFalse();
        assertThat(again(UPSTREAM, Kind.OPEN, 0)).as("a new connection").isFalse();
        assertThat(again(DOWNSTREAM, Kind.OPEN, 0)).isFalse();
    }

    private boolean again(Way way, Kind kind, int number) {
        boolean up = way == UPSTREAM;
        ByteBuffer packet = Crafted.four().datagram(up ? 40_000 : 7, up ? 7 : 40_000, 30);
        sighting.of(packet);
        sighting.read((from, to, datagram) -> Optional.of(new PacketHead(kind, number, 0, false, 9, 5)));
        assertThat(flows.way(sighting, now)).isEqualTo(way);
        return flows.retransmission();
    }

    @Test
    void aConnectionThatDidNotBeginHereIsAStranger() {
        for (Crafted family : FAMILIES) {
            assertThat(way(family.segment(1000, 80, ACK, 1, 10))).isNull();
            assertThat(way(family.segment(80, 1000, FIN | ACK, 1, 0))).isNull();
            assertThat(way(family.segment(80, 1000, SYN | ACK, 1, 0))).isNull();
            assertThat(way(family.segment(1000, 80, SYN, 1, 0))).isEqualTo(UPSTREAM);
            assertThat(way(family.segment(80, 1000, SYN | ACK, 1, 0))).isEqualTo(DOWNSTREAM);
        }
    }

    @Test
    void sequenceNumbersWrap() {
        Crafted four = Crafted.four();
        way(four.segment(1000, 80, SYN, -51, 0));
        assertThat(again(four.segment(1000, 80, ACK, -50, 100))).isFalse();
        assertThat(again(four.segment(1000, 80, ACK, 50, 100))).isFalse();
        assertThat(again(four.segment(1000, 80, ACK, -50, 100))).isTrue();
    }

    @Test
    void remembersTenThousandFlowsAtOnce() {
        Crafted four = Crafted.four();
        for (int port = 10_000; port < 20_000; port++) {
            now++;
            way(four.segment(port, 80, SYN, 0, 0));
        }
        int wrong = 0;
        for (int port = 10_000; port < 20_000; port++) {
            wrong += way(four.segment(80, port, SYN | ACK, 0, 0)) == DOWNSTREAM ? 0 : 1;
        }
        assertThat(wrong).isLessThan(100); // a set is full now and then; nothing of a flow that fell out is lost
    }

    @Test
    void datagramsDoNotMakeAConnectionForgotten() {
        Crafted four = Crafted.four();
        way(four.segment(1000, 9100, SYN, 0, 0));
        way(four.segment(9100, 1000, SYN | ACK, 0, 0));
        for (int other : new int[] {7, 9}) {
            for (int port = 1024; port < 65_000; port++) {
                now++;
                way(four.datagram(port, other, 1));
            }
        }
        assertThat(way(four.segment(9100, 1000, ACK, 1, 10))).isEqualTo(DOWNSTREAM);
        assertThat(way(four.segment(9100, 1001, ACK, 1, 10)))
                .as("no connection was forgotten: it did not begin here")
                .isNull();
    }

    private Way way(ByteBuffer packet) {
        sighting.of(packet);
        return flows.way(sighting, now);
    }

    private boolean again(ByteBuffer segment) {
        way(segment);
        return flows.retransmission();
    }

    private ByteBuffer turned(ByteBuffer packet) {
        sighting.of(packet);
        sighting.swapAddresses();
        return packet;
    }
}
