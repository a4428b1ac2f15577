package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.link.rule.Way;

/** What a connected UDP socket is told, and what not, when ICMP says that an earlier datagram did not arrive. */
@InNamespace
@Timeout(30)
class IcmpNewsTest {
    private static final String NAME = "news0";
    private static final int PORT = 9;

    /** As {@code explain} has it of ENETUNREACH, EHOSTUNREACH, EHOSTDOWN, ENONET and EACCES; the codes are ICMP's. */
    @ParameterizedTest
    @CsvSource({
        "4,  0, ''", // net unreachable
        "4,  1, ''", // host unreachable
        "4,  6, Network is unreachable", // net unknown
        "4,  7, Host is down", // host unknown
        "4,  8, Machine is not on the network", // source host isolated
        "4,  9, Network is unreachable", // net prohibited
        "4, 10, No route to host", // host prohibited
        "4, 11, ''", // net unreachable for this kind of service
        "4, 12, ''", // host unreachable for this kind of service
        "4, 13, No route to host", // prohibited
        "6,  0, ''", // no route
        "6,  1, Permission denied", // prohibited
        "6,  3, ''", // address unreachable
    })
    void tellsTheNextCallOfSomeCodesAndOfOthersNobody(int version, int code, String told) throws IOException {
        Crafted crafted = version == 4 ? Crafted.four() : Crafted.six();
        InetAddress peer = InetAddress.getByName(version == 4 ? "10.77.0.1" : "fd00:77::1");
        try (Tun tun = Tun.open(NAME).orElseThrow();
                DatagramChannel client = DatagramChannel.open()) {
            up();
            client.connect(new InetSocketAddress(peer, PORT));
            client.write(ByteBuffer.allocate(5));
            WirePacket news = new WirePacket(crafted.unreachable(code, datagram(tun, version)));
            news.way = Way.DOWNSTREAM;
            tun.write(news); // the kernel has read it when this returns
            if (told.isEmpty()) {
                assertThat(client.write(ByteBuffer.allocate(5))).isEqualTo(5);
            } else {
                assertThatThrownBy(() -> client.write(ByteBuffer.allocate(5)))
                        .isInstanceOf(IOException.class)
                        .hasMessage(told);
            }
        }
    }

    /** At the addresses that {@link Crafted} sends to. */
    private static void up() throws IOException {
        IpCommand.run(List.of(
                "link set " + NAME + " mtu 1500 multicast off addrgenmode none",
                "addr add 10.77.0.2/24 dev " + NAME,
                "link set " + NAME + " up",
                "addr add fd00:77::2/64 dev " + NAME + " nodad"));
        assertThat(SixReady.await(InetAddress.getByName("fd00:77::2"))).isTrue();
    }

    /** The first datagram that leaves; what the kernel sends by itself is passed over. */
    private static ByteBuffer datagram(Tun tun, int version) throws IOException {
        ByteBuffer packet = ByteBuffer.allocateDirect(2048);
        int protocol = version == 4 ? 9 : 6;
        do {
            assertThat(tun.read(packet)).isTrue();
        } while (packet.get(0) >> 4 != version || packet.get(protocol) != IpProtocol.UDP);
        return packet;
    }
}
