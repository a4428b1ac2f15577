package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.FLOW_CONTROLLED;
import static org.sockrates.transport.Traits.Promise.KEEPS_BOUNDARIES;
import static org.sockrates.transport.Traits.Promise.ORDERED;
import static org.sockrates.transport.Traits.Promise.RELIABLE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.SocketEvent.Failed;

/** That a watched socket passes every call on, changes nothing, and tells of it. */
class ObservedSocketTest {
    private static final InetSocketAddress HERE = address(1000);
    private static final InetSocketAddress THERE = address(2000);

    private final TransportSocket socket = mock(TransportSocket.class);
    private final List<SocketEvent> events = new ArrayList<>();
    private final SocketNumbers numbers = new SocketNumbers();
    private final Transport transport = mock(Transport.class);
    private final Observation observation = new Observation(numbers, () -> 7, events::add);
    private ObservedSocket observed;

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @BeforeEach
    void socketIsWatched() throws IOException {
        when(transport.name()).thenReturn("tcp");
        when(socket.transport()).thenReturn(transport);
        when(transport.traits())
                .thenReturn(Traits.of(Integer.MAX_VALUE, CONNECTION_ORIENTED, RELIABLE, ORDERED, FLOW_CONTROLLED));
        when(socket.family()).thenReturn(Family.AF_INET);
        observed = ObservedSocket.create(transport, Family.AF_INET, "SOCK_STREAM", observation, () -> socket);
    }

    private String told() {
        return CallText.of(events.get(events.size() - 1));
    }

    @Test
    void isToldOfFromItsCreationOn() {
        assertThat(told()).isEqualTo("socket(AF_INET, SOCK_STREAM, 0) = 3");
        assertThat(observed.number()).isEqualTo(3);
    }

    @Test
    void isToldOfAlsoWhereItCannotBeMade() {
        assertThatThrownBy(() -> ObservedSocket.create(transport, Family.AF_INET6, "SOCK_STREAM", observation, () -> {
                    throw new SocketException("Address family not supported by protocol");
                }))
                .isInstanceOf(SocketCallException.class);
        assertThat(told())
                .isEqualTo("socket(AF_INET6, SOCK_STREAM, 0) = -1 EAFNOSUPPORT"
                        + " (Address family not supported by protocol)");
        assertThat(numbers.take()).isEqualTo(4);
    }

    @Test
    void isClosedAlsoWhereWhoIsToldThatItBeginsToCloseThrows() throws IOException {
        when(socket.lingers()).thenReturn(true);
        SocketNumbers others = new SocketNumbers();
        Observation faulty = new Observation(others, () -> 7, event -> {
            if (event.call() == Call.CLOSE && event.pending()) {
                throw new IllegalStateException("as if");
            }
        });
        ObservedSocket watched = ObservedSocket.create(transport, Family.AF_INET, "SOCK_STREAM", faulty, () -> socket);
        assertThatThrownBy(watched::close).isInstanceOf(IllegalStateException.class);
        verify(socket).close();
        assertThat(others.take()).isEqualTo(3);
    }

    @Test
    void answersAsTheSocketDoesWithoutTellingAnybody() throws IOException {
        SelectableChannel channel = mock(SelectableChannel.class);
        when(socket.phase()).thenReturn(Phase.BOUND);
        when(socket.local()).thenReturn(HERE);
        when(socket.remote()).thenReturn(THERE);
        when(socket.waiting()).thenReturn(Waiting.unlimited());
        when(socket.truncatedBytes()).thenReturn(5);
        when(socket.options()).thenReturn(Map.of("SO_RCVBUF", "1"));
        when(socket.selectable()).thenReturn(Optional.of(channel));
        assertThat(observed.phase()).isEqualTo(Phase.BOUND);
        assertThat(observed.local()).isEqualTo(HERE);
        assertThat(observed.remote()).isEqualTo(THERE);
        assertThat(observed.waiting()).isEqualTo(Waiting.unlimited());
        assertThat(observed.truncatedBytes()).isEqualTo(5);
        assertThat(observed.options()).containsEntry("SO_RCVBUF", "1");
        assertThat(observed.selectable()).contains(channel);
        assertThat(observed.transport()).isSameAs(socket.transport());
        observed.waiting(Waiting.NOT_AT_ALL);
        observed.wake();
        verify(socket).waiting(Waiting.NOT_AT_ALL);
        verify(socket).wake();
        assertThat(events).hasSize(1);
    }

    @Test
    void passesTheCallsOnThatReturnNothing() throws IOException {
        NetworkInterface on = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        InetAddress group = InetAddress.getByName("239.1.2.3");
        observed.bind(HERE);
        assertThat(told()).isEqualTo("bind(3, 127.0.0.1:1000) = 0");
        observed.listen(5);
        assertThat(told()).isEqualTo("listen(3, 5) = 0");
        observed.connect(THERE);
        assertThat(told()).isEqualTo("connect(3, 127.0.0.1:2000) = 0");
        observed.shutdown(Direction.OUT);
        assertThat(told()).isEqualTo("shutdown(3, SHUT_WR) = 0");
        observed.option("SO_RCVBUF\u001b", "\n1");
        assertThat(told()).isEqualTo("setsockopt(3, SO_RCVBUF\\x1b, \\n1) = 0");
        observed.join(group, on);
        assertThat(told()).isEqualTo("setsockopt(3, IP_ADD_MEMBERSHIP, 239.1.2.3%" + on.getName() + ") = 0");
        observed.leave(group, on);
        assertThat(told()).isEqualTo("setsockopt(3, IP_DROP_MEMBERSHIP, 239.1.2.3%" + on.getName() + ") = 0");
        verify(socket).bind(HERE);
        verify(socket).listen(5);
        verify(socket).connect(THERE);
        verify(socket).shutdown(Direction.OUT);
        verify(socket).option("SO_RCVBUF\u001b", "\n1");
        verify(socket).join(group, on);
        verify(socket).leave(group, on);
    }

    @Test
    void passesOnWhatIsSent() throws IOException {
        ByteBuffer hello = ByteBuffer.wrap("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ByteBuffer[] both = {hello, hello};
        when(socket.send(hello)).thenReturn(3);
        when(socket.send(both, 0, 2)).thenReturn(10L);
        when(socket.sendTo(hello, THERE)).thenReturn(5);
        assertThat(observed.send(hello)).isEqualTo(3);
        assertThat(told()).isEqualTo("send(3, \"hello\", 5, 0) = 3");
        assertThat(observed.send(both, 0, 2)).isEqualTo(10);
        assertThat(told()).isEqualTo("send(3, \"hello\", 2 messages, 0) = 10");
        observed.send(both, 0, 0);
        assertThat(told()).isEqualTo("send(3, \"\", 0 messages, 0) = 0");
        assertThat(observed.sendTo(hello, THERE)).isEqualTo(5);
        assertThat(told()).isEqualTo("sendto(3, \"hello\", 5, 0, 127.0.0.1:2000) = 5");
        observed.sendUrgent((byte) '!');
        assertThat(told()).isEqualTo("send(3, \"!\", 1, MSG_OOB) = 1");
        verify(socket).sendUrgent((byte) '!');
    }

    /** Whatever words somebody sends, or calls an option by. */
    @Test
    void tellsDataFromFlagsAndNamesFromData() throws IOException {
        observed.send(ByteBuffer.wrap("MSG_OOB".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(arguments()).isEqualTo(new Message("\"MSG_OOB\"", 7, Flag.NONE, null));
        observed.sendUrgent((byte) '!');
        assertThat(arguments()).isEqualTo(new Message("\"!\"", 1, Flag.MSG_OOB, null));
        observed.option("\"SHUT_RD\"", "MSG_OOB");
        assertThat(arguments()).isEqualTo(new Option("\"SHUT_RD\"", "MSG_OOB"));
    }

    private Arguments arguments() {
        return events.get(events.size() - 1).arguments();
    }

    @Test
    void tellsWhatWasReceived() throws IOException {
        when(socket.receive(any())).thenAnswer(call -> {
            call.<ByteBuffer>getArgument(0).put((byte) 'h').put((byte) 'i');
            return 2;
        });
        when(socket.truncatedBytes()).thenReturn(3);
        ByteBuffer into = ByteBuffer.allocate(10).position(4);
        assertThat(observed.receive(into)).isEqualTo(2);
        assertThat(into.position()).isEqualTo(6);
        assertThat(told()).isEqualTo("recv(3, \"hi\", 6, 0) = 2 (3 bytes cut off)");
    }

    @Test
    void tellsFromWhomItWasReceived() throws IOException {
        when(transport.traits()).thenReturn(Traits.of(100, KEEPS_BOUNDARIES));
        when(socket.receiveFrom(any())).thenReturn(THERE);
        assertThat(observed.receiveFrom(ByteBuffer.allocate(10))).isEqualTo(THERE);
        assertThat(told()).isEqualTo("recvfrom(3, \"\", 10, 0, 127.0.0.1:2000) = 0");
        assertThat(events.get(events.size() - 1).peer()).isEqualTo(THERE);
    }

    /** As the system does, which has told whom a stream comes from when it was accepted. */
    @Test
    void namesNobodyOfAStream() throws IOException {
        when(socket.receiveFrom(any())).thenReturn(THERE);
        assertThat(observed.receiveFrom(ByteBuffer.allocate(10))).isEqualTo(THERE);
        assertThat(told()).isEqualTo("recvfrom(3, \"\", 10, 0, NULL) = 0");
        assertThat(events.get(events.size() - 1).peer()).isEqualTo(THERE);
    }

    @Test
    void tellsTheEndOfAStream() throws IOException {
        when(socket.receive(any())).thenReturn(TransportSocket.END_OF_STREAM);
        assertThat(observed.receive(ByteBuffer.allocate(10))).isEqualTo(TransportSocket.END_OF_STREAM);
        assertThat(told()).isEqualTo("recv(3, \"\", 10, 0) = 0 (end of stream)");
        assertThat(observed.receiveFrom(ByteBuffer.allocate(10))).isNull();
        assertThat(told()).isEqualTo("recvfrom(3, \"\", 10, 0, NULL) = 0 (end of stream)");
    }

    @Test
    void whomItAcceptsIsWatchedToo() throws IOException {
        TransportSocket accepted = mock(TransportSocket.class);
        when(socket.accept()).thenReturn(accepted);
        assertThat(((ObservedSocket) observed.accept()).number()).isEqualTo(4);
        assertThat(told()).isEqualTo("accept(3, NULL) = 4");
        when(accepted.remote()).thenReturn(THERE);
        assertThat(((ObservedSocket) observed.accept()).number()).isEqualTo(5);
        assertThat(told()).isEqualTo("accept(3, 127.0.0.1:2000) = 5");
    }

    @Test
    void tellsEveryFailureAndPassesItOn() throws IOException {
        IOException broken = new SocketException("Broken pipe");
        when(socket.accept()).thenThrow(broken);
        when(socket.receive(any())).thenThrow(broken);
        when(socket.receiveFrom(any())).thenThrow(broken);
        doThrow(broken).when(socket).bind(HERE);
        assertFails(observed::accept, "accept(3) = -1 EPIPE (Broken pipe)");
        assertFails(() -> observed.receive(ByteBuffer.allocate(9)), "recv(3, 9) = -1 EPIPE (Broken pipe)");
        assertFails(() -> observed.receiveFrom(ByteBuffer.allocate(9)), "recvfrom(3, 9) = -1 EPIPE (Broken pipe)");
        assertFails(() -> observed.bind(HERE), "bind(3, 127.0.0.1:1000) = -1 EPIPE (Broken pipe)");
    }

    private void assertFails(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String told) {
        assertThatThrownBy(call)
                .isInstanceOf(SocketCallException.class)
                .extracting(failure -> ((SocketCallException) failure).errno())
                .isEqualTo(Errno.EPIPE);
        assertThat(told()).isEqualTo(told);
        assertThat(events.get(events.size() - 1).outcome()).isInstanceOf(Failed.class);
    }

    @Test
    void theEndIsToldOnceWithTheAddressesItHad() throws IOException {
        when(socket.local()).thenReturn(HERE);
        when(socket.remote()).thenReturn(THERE);
        when(socket.abort()).thenReturn(true);
        assertThat(observed.abort()).isTrue();
        assertThat(observed.abort()).isFalse();
        observed.close();
        assertThat(events).hasSize(2);
        assertThat(told()).isEqualTo("close(3) = 0 (reset)");
        assertThat(events.get(1).local()).isEqualTo(HERE);
        assertThat(events.get(1).peer()).isEqualTo(THERE);
        verify(socket).abort();
        assertThat(numbers.take()).as("its number is free again").isEqualTo(3);
    }

    @Test
    void aCloseThatFailsEndsItAllTheSame() throws IOException {
        doThrow(new IOException("late trouble")).when(socket).close();
        assertThatThrownBy(observed::close).hasMessage("late trouble");
        assertThat(told()).isEqualTo("close(3) = -1 EIO (Input/output error)");
        assertThat(numbers.take()).isEqualTo(3);
        observed.close();
    }
}
