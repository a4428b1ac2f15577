package org.sockrates.shell.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.Transport;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.socket.GoBackNTransport;
import org.sockrates.transport.rdt.socket.SelectiveRepeatTransport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

class DatagramHeadsTest {
    private static final int SERVER = 7;
    private static final int CLIENT = 40_000;
    private static final int STRANGER = 50_000;

    private final DatagramHeads heads = new DatagramHeads(Map.<String, Transport>of(
            "tcp", new TcpTransport(),
            "udp", new UdpTransport(),
            "rdt-gbn", new GoBackNTransport(),
            "rdt-sr", new SelectiveRepeatTransport()));

    private void heard(String transport, Call call, @Nullable Integer port) {
        InetSocketAddress local = port == null ? null : new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        heads.heard("shell", new SocketEvent(0, 0, 3, transport, call, None.NONE, null, local, null));
    }

    private Optional<PacketHead> read(int from, int to) {
        ByteBuffer packet = ByteBuffer.allocate(Packet.HEADER_BYTES);
        new Packet().write(packet, Packet.Type.ACK, 5, 6, 7, 8, ByteBuffer.allocate(0));
        return heads.head(from, to, packet);
    }

    /** Whether an acknowledgement is of one packet alone is not in the packet: its transport knows. */
    private boolean alone(int from, int to) {
        return read(from, to).orElseThrow().alone();
    }

    @Test
    void whereNobodyUsesNumberedPacketsNothingIsRead() {
        heard("udp", Call.SOCKET, null);
        heard("tcp", Call.BIND, SERVER);
        assertThat(read(CLIENT, SERVER)).isEmpty();
    }

    @Test
    void aPortTellsWhoseDatagramItIs() {
        heard("rdt-gbn", Call.BIND, SERVER);
        heard("rdt-sr", Call.BIND, CLIENT);
        assertThat(alone(STRANGER, SERVER)).isFalse();
        assertThat(alone(SERVER, STRANGER)).isFalse();
        assertThat(alone(STRANGER, CLIENT)).isTrue();
        heard("rdt-sr", Call.BIND, SERVER);
        assertThat(alone(STRANGER, SERVER)).as("the port has another owner now").isTrue();
    }

    @Test
    void betweenTwoUnknownPortsTheTransportUsedLastIsMeant() {
        heard("rdt-gbn", Call.SOCKET, null);
        assertThat(alone(STRANGER, STRANGER + 1)).isFalse();
        heard("rdt-sr", Call.SOCKET, null);
        heard("tcp", Call.SOCKET, null);
        assertThat(alone(STRANGER, STRANGER + 1)).isTrue();
    }

    @Test
    void aTransportThatFailsOrReadsOnHarmsNothing() {
        Transport hasty = mock();
        when(hasty.traits()).thenReturn(new GoBackNTransport().traits());
        when(hasty.head(any())).thenAnswer(asked -> {
            asked.getArgument(0, ByteBuffer.class).getInt();
            return Optional.empty();
        });
        DatagramHeads read = new DatagramHeads(Map.of("hasty", hasty));
        read.heard("shell", new SocketEvent(0, 0, 3, "hasty", Call.SOCKET, None.NONE, null, null, null));
        for (int bytes : new int[] {3, 8}) {
            ByteBuffer datagram = ByteBuffer.allocate(bytes);
            assertThat(read.head(CLIENT, SERVER, datagram)).isEmpty();
            assertThat(datagram.remaining()).isEqualTo(bytes);
        }
    }

    @Test
    void whatIsNoPacketSaysNothing() {
        heard("rdt-sr", Call.BIND, SERVER);
        assertThat(heads.head(CLIENT, SERVER, ByteBuffer.wrap(new byte[] {1, 2, 3})))
                .isEmpty();
    }
}
