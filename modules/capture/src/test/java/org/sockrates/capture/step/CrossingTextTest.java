package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.Talk;
import org.sockrates.capture.conversation.PacketTalk.Crossing;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Fragment;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.capture.traffic.SeenPacket;

final class CrossingTextTest {
    private static final Flow FLOW =
            new Flow(new InetSocketAddress("10.77.0.1", 9), new InetSocketAddress("10.77.0.2", 10));

    @Test
    void aDatagramIsSaidToBeThereOnlyWhereAllOfItIs() {
        assertThat(text(datagram(1_472, Optional.empty()))).isEqualTo("1472 bytes");
        assertThat(text(datagram(4_000, Optional.of(new Fragment(1, 0, 0, 1_480, true)))))
                .isEqualTo("first fragment of 4000 bytes");
        assertThat(text(datagram(1, Optional.empty()))).isEqualTo("1 byte");
    }

    /** What is sent again over a slow link was drawn as if it were new: its delay and its time fitted, its label did not. */
    @Test
    void howeverLittleRoomThereIsWhatIsRemarkableIsSaid() {
        Analysed last = Talk.judged("0 > P. 1:21 ack 1\n300 > P. 1:21 ack 1").get(1);
        SeenPacket delayed = new SeenPacket(1, 0, List.of(100L), Fate.DELIVERED, false, "delay", last.segment());
        Crossing crossing = new Crossing(true, delayed, 1, Optional.of(last));
        assertThat(CrossingText.label(crossing).whole().forms())
                .contains("P. 1:21(20) ack 1 Retransmission delay", "1:21 Retransmission")
                .allMatch(form -> form.contains("Retransmission"));
    }

    /** A dot is not heard. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> S 0                        | SYN, seq 0",
                "> S. 0 ack 1                 | SYN ACK, seq 0, ack 1",
                "> P. 1:21 ack 1              | PSH ACK, bytes 1-20, ack 1",
                "> . 1:2 ack 1                | ACK, byte 1, ack 1",
                "> F. 1 ack 1                 | FIN ACK, seq 1, ack 1",
                "> . 1 ack 1 win 0              | ACK, ack 1, window 0, ZeroWindow",
                "> . 1 ack 1 sack 41:61,81:82   | ACK, ack 1, sack 41-60, sack 81"
            })
    void itsFlagsAreHeardByTheirNames(String segment, String heard) {
        Analysed one = Talk.judged("0 " + segment).get(0);
        SeenPacket packet = SeenPacket.once(1, 0, one.segment());

        assertThat(CrossingText.label(new Crossing(true, packet, 1, Optional.of(one)))
                        .whole()
                        .words())
                .isEqualTo(heard);
    }

    private static Datagram datagram(int bytes, Optional<Fragment> part) {
        return new Datagram(FLOW, bytes, part, 1_500, bytes);
    }

    private static String text(Datagram datagram) {
        Crossing crossing = new Crossing(true, SeenPacket.once(1, 0, datagram), 1, Optional.empty());
        return CrossingText.label(crossing).whole().longest();
    }
}
