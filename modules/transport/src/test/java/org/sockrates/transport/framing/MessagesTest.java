package org.sockrates.transport.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.FLOW_CONTROLLED;
import static org.sockrates.transport.Traits.Promise.GROUP_SEND;
import static org.sockrates.transport.Traits.Promise.IN_DATAGRAMS;
import static org.sockrates.transport.Traits.Promise.KEEPS_BOUNDARIES;
import static org.sockrates.transport.Traits.Promise.ORDERED;
import static org.sockrates.transport.Traits.Promise.RELIABLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;

class MessagesTest {
    private static final Traits STREAM =
            Traits.of(Integer.MAX_VALUE, CONNECTION_ORIENTED, RELIABLE, ORDERED, FLOW_CONTROLLED);
    private static final Traits DATAGRAM = Traits.of(65_507, KEEPS_BOUNDARIES, GROUP_SEND, IN_DATAGRAMS);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Deque<Object> arriving = new ArrayDeque<>();

    @Test
    void framesOnAStream() throws IOException {
        Messages messages = new Messages(stream(1000));
        messages.send(Bytes.of("hello"));
        assertThat(written.toByteArray()).isEqualTo(Bytes.stream(LengthPrefix.USUAL, "hello"));
    }

    @Test
    void sendsWholeThoughTheStreamTakesThreeBytesAtATime() throws IOException {
        Messages messages = new Messages(stream(3), Delimiter.LINE);
        messages.send(Bytes.of("hello"));
        messages.send(Bytes.of(""));
        messages.send(Bytes.of("world"));
        assertThat(written.toByteArray()).isEqualTo(Bytes.stream(Delimiter.LINE, "hello", "", "world"));
    }

    @Test
    void saysHowMuchOfAFrameWasHandedOverAndSendsNoMore() throws IOException {
        TransportSocket socket = stream(1000);
        when(socket.send(any(ByteBuffer[].class), anyInt(), anyInt()))
                .thenAnswer(taking(6))
                .thenThrow(new SocketCallException(Call.SEND, Errno.ECONNRESET));
        Messages messages = new Messages(socket);
        assertThatThrownBy(() -> messages.send(Bytes.of("hello")))
                .hasMessage("send: Connection reset by peer; 6 of 9 bytes of the frame handed to the kernel,"
                        + " delivery unknown");
        assertThatThrownBy(() -> messages.send(Bytes.of("hello")))
                .hasMessage("send: an earlier frame was cut; open a new connection");
    }

    @Test
    void maySendAgainWhenNothingOfAFrameWasTaken() throws IOException {
        TransportSocket socket = stream(1000);
        when(socket.send(any(ByteBuffer[].class), anyInt(), anyInt()))
                .thenThrow(new SocketCallException(Call.SEND, Errno.EAGAIN))
                .thenAnswer(taking(1000));
        Messages messages = new Messages(socket);
        ByteBuffer hello = Bytes.of("hello");
        assertThatThrownBy(() -> messages.send(hello)).hasMessage("send: Resource temporarily unavailable");
        messages.send(hello);
        assertThat(written.toByteArray()).isEqualTo(Bytes.stream(LengthPrefix.USUAL, "hello"));
    }

    @Test
    void receivesWholeMessagesUntilTheEnd() throws IOException {
        Messages messages = new Messages(stream(1000));
        byte[] stream = Bytes.stream(LengthPrefix.USUAL, "hello", "", "world");
        for (byte one : stream) {
            arriving.add(new byte[] {one});
        }
        assertThat(receive(messages)).isEqualTo("hello");
        assertThat(receive(messages)).isEmpty();
        assertThat(receive(messages)).isEqualTo("world");
        assertThat(messages.receive(ByteBuffer.allocate(1))).isEqualTo(Messages.END);
    }

    @Test
    void saysHowMuchOfAMessageDidNotFit() throws IOException {
        Messages messages = new Messages(stream(1000));
        arriving.add(Bytes.stream(LengthPrefix.USUAL, "hello"));
        assertThat(messages.receive(ByteBuffer.allocate(2))).isEqualTo(2);
        assertThat(messages.truncatedBytes()).isEqualTo(3);
    }

    @Test
    void losesNothingWhenTheTimeIsOverInTheMiddleOfAFrame() throws IOException {
        Messages messages = new Messages(stream(1000));
        arriving.add(new byte[] {0, 0, 0, 5, 'h', 'e'});
        arriving.add(Errno.EAGAIN);
        arriving.add(new byte[] {'l', 'l', 'o'});
        ByteBuffer untouched = ByteBuffer.allocate(10);
        assertThatThrownBy(() -> messages.receive(untouched)).isInstanceOf(SocketCallException.class);
        assertThat(untouched.position()).isZero();
        assertThat(receive(messages)).isEqualTo("hello");
    }

    @Test
    void endsInsideAFrameWithAnError() {
        Messages messages = new Messages(stream(1000));
        arriving.add(new byte[] {0, 0, 0, 5, 'h', 'e'});
        assertThatThrownBy(() -> messages.receive(ByteBuffer.allocate(10)))
                .isInstanceOf(FrameException.class)
                .hasMessage("frame: the stream ended inside one, after 6 bytes of it");
    }

    @Test
    void leavesDatagramsAsTheyAre() throws IOException {
        TransportSocket socket = socket(DATAGRAM);
        ByteBuffer message = Bytes.of("hello");
        when(socket.send(message)).thenReturn(5);
        when(socket.receive(message)).thenReturn(7);
        when(socket.truncatedBytes()).thenReturn(3);
        Messages messages = new Messages(socket);
        messages.send(message);
        assertThat(messages.receive(message)).isEqualTo(7);
        assertThat(messages.truncatedBytes()).isEqualTo(3);
        verify(socket).send(message);
    }

    private static String receive(Messages messages) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(100);
        assertThat(messages.receive(into)).isEqualTo(into.position());
        return Bytes.text(into.flip());
    }

    private static TransportSocket socket(Traits traits) {
        TransportSocket socket = mock(TransportSocket.class);
        Transport transport = mock(Transport.class);
        when(socket.transport()).thenReturn(transport);
        when(transport.traits()).thenReturn(traits);
        return socket;
    }

    /** A stream that takes so many bytes a call, and gives what was put into {@link #arriving}. */
    private TransportSocket stream(int mostTaken) {
        TransportSocket socket = socket(STREAM);
        try {
            when(socket.send(any(ByteBuffer[].class), anyInt(), anyInt())).thenAnswer(taking(mostTaken));
            when(socket.receive(any())).thenAnswer(call -> give(call.getArgument(0)));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return socket;
    }

    private Answer<Long> taking(int most) {
        return call -> {
            ByteBuffer[] frame = call.getArgument(0);
            long taken = 0;
            for (ByteBuffer part : frame) {
                while (part.hasRemaining() && taken < most) {
                    written.write(part.get());
                    taken++;
                }
            }
            return taken;
        };
    }

    private int give(ByteBuffer into) throws SocketCallException {
        Object next = arriving.poll();
        if (next instanceof Errno errno) {
            throw new SocketCallException(Call.RECV, errno);
        }
        if (next == null) {
            return TransportSocket.END_OF_STREAM;
        }
        into.put((byte[]) next);
        return ((byte[]) next).length;
    }
}
