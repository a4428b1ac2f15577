package org.sockrates.capture.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;

final class JoiningTest {
    private static final String HOST = "127.0.0.1";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** As where thousands write to a server, once each; a look at all of them for each would take minutes. */
    @Test
    void eachOfVeryManyTakesNoLongerThanOneOfFew() {
        int count = 30_000;
        Addresses addresses = new Addresses(List.of(), Map.of());
        List<Conversation> conversations = new ArrayList<>();
        List<SeenPacket> packets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int port = 10_000 + i;
            conversations.add(new Conversation(
                    "udp",
                    false,
                    Party.stranger(new InetSocketAddress(HOST, port)),
                    Party.stranger(new InetSocketAddress(HOST, 9_000)),
                    List.of(),
                    List.of(),
                    List.of(),
                    addresses));
            Packet datagram =
                    Packet.whole(i, Crafted.from(HOST, port, HOST, 9_000).udp(), 0);
            packets.add(SeenPacket.once(i + 1, i, Decoded.of(datagram)));
        }
        List<PacketTalk> talks = new ArrayList<>(PacketTalks.of(SeenTraffic.atOnePlace(packets), addresses));
        Collections.reverse(talks);

        long deadline = System.nanoTime() + LIMIT.toNanos();
        Patience patience = Patience.until("test", () -> System.nanoTime() - deadline > 0);

        List<Observed> found = Joining.of(conversations, talks, addresses, patience);

        assertThat(found).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(found.get(i).talk().orElseThrow().left())
                    .isEqualTo(conversations.get(i).left().address());
        }
    }
}
