package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.packet.KeyBytesTest.ofOneSum;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.CapturedTraffic;
import org.sockrates.capture.traffic.ThrownAway;

/** A file whose maker chose its addresses so that all have one hash. */
final class MadeUpAddressesTest {
    /** A look at all of them for each would take minutes. */
    @Test
    @Timeout(30)
    void conversationsBetweenThemTakeNoLongerEach() {
        int count = 4_000;
        List<Packet> packets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ByteBuffer datagram =
                    Crafted.from(ofOneSum(i, 1), 1, ofOneSum(i, 2), 2).udp();
            packets.add(Packet.whole(2L * i, datagram, 0));
            packets.add(Packet.whole(2L * i + 1, datagram, 1));
        }
        List<VantagePoint> points = List.of(new VantagePoint("client", ""), new VantagePoint("server", ""));
        Capture capture = new Capture(points, packets, new Capture.Skipped(0, ""), Optional.empty());
        CapturedTraffic traffic = CapturedTraffic.of(capture, ThrownAway.of(capture), Patience.ENDLESS);

        assertThat(Ladders.all(traffic.seen(), Patience.ENDLESS)).hasSize(count);
    }
}
