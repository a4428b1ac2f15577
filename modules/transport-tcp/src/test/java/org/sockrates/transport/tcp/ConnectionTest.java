package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.channel.Patience;
import org.sockrates.transport.testkit.Bench;

/** The system ends a connection while a send waits for room, and told why when there was something else to answer. */
class ConnectionTest {
    private final SocketChannel stream = mock(SocketChannel.class);
    private final Patience patience = new Patience(SystemClock.INSTANCE);
    private final Connection connection = new Connection(stream, patience);

    @BeforeEach
    void takesOneByteAndIsAtEnd() throws IOException {
        when(stream.isOpen()).thenReturn(true);
        when(stream.write(any(ByteBuffer.class))).thenAnswer(asked -> {
            asked.getArgument(0, ByteBuffer.class).get();
            return 1;
        });
        when(stream.read(any(ByteBuffer.class))).thenReturn(TransportSocket.END_OF_STREAM);
        patience.waiting(Waiting.spinning(Bench.LIMIT), stream);
    }

    private void sendsPartly(Errno why) throws IOException {
        when(stream.write(any(ByteBuffer[].class), anyInt(), anyInt())).thenThrow(new IOException(why.text()));
        assertThat(connection.send(ByteBuffer.allocate(2))).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"})
    void whatTheSystemTellsOnceMeetsTheNextCall(Errno why) throws IOException {
        sendsPartly(why);
        assertThatThrownBy(() -> connection.send(ByteBuffer.allocate(1))).hasMessage("send: " + why.text());
        assertThat(connection.send(ByteBuffer.allocate(1))).as("told once").isOne();
        sendsPartly(why);
        assertThatThrownBy(() -> connection.receive(ByteBuffer.allocate(1))).hasMessage("recv: " + why.text());
        assertThat(connection.receive(ByteBuffer.allocate(1))).isEqualTo(TransportSocket.END_OF_STREAM);
    }

    @ParameterizedTest
    @CsvSource({"EPIPE", "ENOBUFS"})
    void whatItTellsAgainIsNotKept(Errno why) throws IOException {
        sendsPartly(why);
        assertThat(connection.receive(ByteBuffer.allocate(1))).isEqualTo(TransportSocket.END_OF_STREAM);
        assertThat(connection.send(ByteBuffer.allocate(1))).isOne();
    }

    @Test
    void anUrgentByteWaitsForRoomAsOthersDo() throws IOException {
        Socket urgent = mock(Socket.class);
        when(stream.socket()).thenReturn(urgent);
        doThrow(new IOException("Socket buffer full"))
                .doThrow(new IOException("Socket buffer full"))
                .doNothing()
                .when(urgent)
                .sendUrgentData(1);
        connection.sendUrgent((byte) 1);
        verify(urgent, times(3)).sendUrgentData(1);
        doThrow(new IOException("Broken pipe")).when(urgent).sendUrgentData(1);
        assertThatThrownBy(() -> connection.sendUrgent((byte) 1)).hasMessage("send: Broken pipe");
        patience.waiting(Waiting.NOT_AT_ALL, stream);
        doThrow(new IOException("Socket buffer full")).when(urgent).sendUrgentData(1);
        assertThatThrownBy(() -> connection.sendUrgent((byte) 1)).hasMessage("send: " + Errno.EAGAIN.text());
    }

    /** The selector tells nothing of this stream, as none does on macOS. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"ECONNRESET", "EPIPE", "ETIMEDOUT"})
    void isOverOnceACallHasToldSo(Errno why) throws IOException {
        Connection other = new Connection(stream, patience);
        assertThat(connection.closeWillReset()).isTrue();
        when(stream.read(any(ByteBuffer.class))).thenThrow(new IOException(why.text()));
        assertThatThrownBy(() -> connection.receive(ByteBuffer.allocate(1))).hasMessage("recv: " + why.text());
        assertIsOver(connection);
        when(stream.write(any(ByteBuffer.class))).thenThrow(new IOException(why.text()));
        assertThatThrownBy(() -> other.send(ByteBuffer.allocate(1))).hasMessage("send: " + why.text());
        assertIsOver(other);
    }

    private static void assertIsOver(Connection connection) throws IOException {
        assertThatThrownBy(() -> connection.shutdown(Direction.OUT))
                .hasMessage("shutdown: this connection is over")
                .isInstanceOfSatisfying(
                        SocketCallException.class,
                        told -> assertThat(told.errno()).isEqualTo(Errno.ENOTCONN));
        assertThat(connection.closeWillReset()).isFalse();
    }

    @Test
    void isOverOnceBothEndsHaveEnded() throws IOException {
        connection.shutdown(Direction.OUT);
        assertThat(connection.closeWillReset()).isTrue();
        connection.receive(ByteBuffer.allocate(1));
        assertIsOver(connection);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"EAGAIN", "ENOBUFS"})
    void isNotOverForWantOfRoom(Errno why) throws IOException {
        when(stream.write(any(ByteBuffer.class))).thenThrow(new IOException(why.text()));
        assertThatThrownBy(() -> connection.send(ByteBuffer.allocate(1))).hasMessage("send: " + why.text());
        assertThat(connection.closeWillReset()).isTrue();
    }
}
