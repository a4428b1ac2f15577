package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.text.HostText;

/** A connection is over and forgotten; copies of its packets come late, from whoever sent them the first time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OldCopiesTest {
    private static final int OURS = 0x0a0b0c0d;
    private static final int MARK = 0x7e577e57;
    private static final int LOOK_MILLIS = 50;
    private static final String OPEN = "\u0001";
    private static final String ASKING = OPEN + "\0".repeat(79);
    private static final String DATA = "\u0002";
    private static final String END = "\u0003";

    private final Packet packet = new Packet();

    @ParameterizedTest
    @MethodSource(Talk.TRANSPORTS)
    void openNothingAndDeliverNothing(RdtTransport transport) throws Exception {
        try (Bench bench = Talk.bench(transport);
                DatagramSocket client = new DatagramSocket(0, HostText.loopback(bench.family()))) {
            TransportSocket door = bench.listening();
            client.connect(Bench.local(door));
            client.setSoTimeout(LOOK_MILLIS);
            converse(bench, door, client);
            do {
                acknowledge(client, OURS, OURS + 1);
            } while (!hears(client, Packet.Type.RESET, OURS));

            say(client, OURS, ASKING);
            say(client, OURS + 1, DATA + "pay");
            acknowledge(client, MARK, MARK);
            List<Packet.Type> answers = new ArrayList<>();
            while (!hears(client, Packet.Type.RESET, MARK)) {
                answers.add(packet.type());
            }

            assertThat(answers).as("nobody is there").containsOnly(Packet.Type.RESET);
        }
    }

    /** Opens a connection, says one thing, and ends; so does the other end. */
    private void converse(Bench bench, TransportSocket door, DatagramSocket client) throws IOException {
        do {
            say(client, OURS, ASKING);
        } while (!hearsWord(client, OPEN));
        acknowledge(client, OURS, OURS);
        TransportSocket server = bench.accept(door);
        say(client, OURS + 1, DATA + "pay");
        assertThat(Bench.receive(server)).isEqualTo("pay");
        say(client, OURS + 2, END);
        assertThat(Bench.receive(server)).isEqualTo("END");
        server.close();
        while (!hearsWord(client, END)) {
            // what came before it
        }
        acknowledge(client, OURS, OURS + 1);
    }

    private void say(DatagramSocket client, int number, String message) throws IOException {
        ByteBuffer payload = ByteBuffer.wrap(message.getBytes(StandardCharsets.ISO_8859_1));
        send(client, Packet.Type.DATA, OURS, number, 0, payload);
    }

    private void acknowledge(DatagramSocket client, int connection, int number) throws IOException {
        send(client, Packet.Type.ACK, connection, number, number + 1, ByteBuffer.allocate(0));
    }

    private static void send(
            DatagramSocket client, Packet.Type type, int connection, int number, int next, ByteBuffer payload)
            throws IOException {
        ByteBuffer into = ByteBuffer.allocate(Packet.HEADER_BYTES + Packet.MOST_PAYLOAD_BYTES);
        new Packet().write(into, type, connection, number, next, 64, payload);
        client.send(new DatagramPacket(into.array(), into.limit()));
    }

    private boolean hearsWord(DatagramSocket client, String word) throws IOException {
        return hears(client, Packet.Type.DATA, OURS)
                && StandardCharsets.ISO_8859_1
                        .decode(packet.payload())
                        .toString()
                        .equals(word);
    }

    /** Whether the next packet is of this type; false where there is none for a moment. */
    private boolean hears(DatagramSocket client, Packet.Type type, int connection) throws IOException {
        DatagramPacket into = new DatagramPacket(new byte[2_000], 2_000);
        try {
            client.receive(into);
        } catch (SocketTimeoutException silence) {
            return false;
        }
        assertThat(packet.wrap(ByteBuffer.wrap(into.getData(), 0, into.getLength())))
                .isTrue();
        return packet.type() == type && packet.connection() == connection;
    }
}
