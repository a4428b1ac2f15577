package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which errno each of Java's exceptions stands for, and what is said of it. */
class SocketCallExceptionTest {
    private record Known(Exception thrown, Errno errno) {}

    private static Known known(Errno errno, Exception thrown) {
        return new Known(thrown, errno);
    }

    /** As JDK 17 to 25 throw them on Linux, macOS and Windows. */
    static List<Known> knownExceptions() {
        return List.of(
                known(Errno.ECONNREFUSED, new ConnectException("Connection refused")),
                known(Errno.ECONNREFUSED, new ConnectException("Connection refused: getsockopt")),
                known(Errno.ECONNREFUSED, new ConnectException()),
                known(Errno.ECONNREFUSED, new PortUnreachableException()),
                known(Errno.ETIMEDOUT, new ConnectException("Connection timed out")),
                known(Errno.ETIMEDOUT, new SocketTimeoutException("Read timed out")),
                known(Errno.ECONNRESET, new SocketException("Connection reset")),
                known(Errno.ECONNRESET, new IOException("Connection reset by peer")),
                known(Errno.EPIPE, new IOException("Broken pipe")),
                known(Errno.EMSGSIZE, new SocketException("Message too long")),
                known(Errno.EMFILE, new IOException("Too many open files")),
                known(Errno.ENETUNREACH, new ConnectException("Network is unreachable")),
                known(Errno.EHOSTUNREACH, new NoRouteToHostException("No route to host")),
                known(Errno.EHOSTUNREACH, new NoRouteToHostException()),
                known(Errno.EHOSTUNREACH, new NoRouteToHostException("Host is unreachable")),
                known(Errno.EHOSTDOWN, new SocketException("Host is down")),
                known(Errno.ENONET, new SocketException("Machine is not on the network")),
                known(Errno.EPROTO, new ProtocolException("Protocol error")),
                known(Errno.EPROTO, new IOException("Protocol error")),
                known(Errno.EOPNOTSUPP, new SocketException("Operation not supported")),
                known(Errno.EACCES, new BindException("Permission denied")),
                known(Errno.EPERM, new IOException("Operation not permitted")),
                known(Errno.EADDRNOTAVAIL, new BindException("Cannot assign requested address")),
                known(Errno.EADDRNOTAVAIL, new BindException("Can't assign requested address")),
                known(Errno.EADDRINUSE, new BindException("Address already in use")),
                known(Errno.EADDRINUSE, new BindException("something this table has never heard of")),
                known(Errno.ENOBUFS, new SocketException("No buffer space available")),
                known(Errno.EAGAIN, new SocketException("socket buffer full")),
                known(Errno.ENODEV, new SocketException("No such device")),
                known(Errno.ENOPROTOOPT, new SocketException("Protocol not available")),
                known(Errno.EAFNOSUPPORT, new SocketException("Address family not supported by protocol")),
                known(Errno.EAFNOSUPPORT, new UnsupportedAddressTypeException()),
                known(Errno.EAFNOSUPPORT, new UnsupportedOperationException("IPv6 not available")),
                known(Errno.ENOTCONN, new SocketException("Transport endpoint is not connected")),
                known(Errno.ENOTCONN, new NotYetConnectedException()),
                known(Errno.EISCONN, new AlreadyConnectedException()),
                known(Errno.EALREADY, new ConnectionPendingException()),
                known(Errno.EINVAL, new AlreadyBoundException()),
                known(Errno.EINVAL, new NotYetBoundException()),
                known(Errno.EINVAL, new UnresolvedAddressException()),
                known(Errno.EINVAL, ofASocket("Unresolved address", new UnresolvedAddressException())),
                known(Errno.EAFNOSUPPORT, ofASocket("whatever", new UnsupportedAddressTypeException())),
                known(Errno.EBADF, ofASocket("Socket is closed", new ClosedChannelException())),
                known(Errno.EIO, ofASocket("no such luck", new IOException("Connection refused"))),
                known(Errno.EINVAL, new IllegalArgumentException("whatever")),
                known(Errno.EINVAL, new SocketException("Can't connect to port 0")),
                known(Errno.EINVAL, new SocketException("Can't send to port 0")),
                known(Errno.EBADF, new ClosedChannelException()),
                known(Errno.EBADF, new AsynchronousCloseException()),
                known(Errno.EIO, new IOException("the disk is on fire")),
                known(Errno.EIO, new IOException()));
    }

    /** What the socket of a channel makes of the channel's exception. */
    private static SocketException ofASocket(String text, Exception channels) {
        SocketException thrown = new SocketException(text);
        thrown.initCause(channels);
        return thrown;
    }

    @ParameterizedTest
    @MethodSource("knownExceptions")
    void everyExceptionHasItsErrno(Known known) {
        SocketCallException told = SocketCallException.of(Call.BIND, known.thrown());
        assertThat(told.errno()).isEqualTo(known.errno());
        assertThat(told.call()).isEqualTo(Call.BIND);
        assertThat(told).hasCause(known.thrown());
        assertThat(told.getMessage()).startsWith("bind: ").doesNotContain("null");
        assertThat(told.getMessage()).hasSizeGreaterThan("bind: ".length());
    }

    @Test
    void aBindExceptionOfAnotherCallIsNotAboutAPort() {
        assertThat(SocketCallException.of(Call.SEND, new BindException("?")).errno())
                .isEqualTo(Errno.EIO);
    }

    @Test
    void whatIsToldAlreadyIsNotToldAnew() {
        SocketCallException first = new SocketCallException(Call.RECV, Errno.EAGAIN);
        assertThat(SocketCallException.of(Call.SEND, first)).isSameAs(first);
    }

    @Test
    void onlyWhatTheErrnoDoesNotSayIsAdded() {
        assertThat(message(new ConnectException("Connection refused: getsockopt")))
                .isEqualTo("connect: Connection refused");
        assertThat(message(new IOException("the disk\nis on fire"))).isEqualTo("connect: the disk\\nis on fire");
        assertThat(message(new IOException(""))).isEqualTo("connect: Input/output error");
        assertThat(message(new IllegalArgumentException("no such thing"))).isEqualTo("connect: no such thing");
        for (Exception one : List.of(
                new UnresolvedAddressException(), ofASocket("Unresolved address", new UnresolvedAddressException()))) {
            assertThat(message(one)).isEqualTo("connect: the name was never looked up, so it has no address");
        }
    }

    private static @Nullable String message(Exception thrown) {
        return SocketCallException.of(Call.CONNECT, thrown).getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void everyErrnoHasATextAndIsNamedAsInC(Errno errno) {
        assertThat(errno.name()).matches("E[A-Z0-9]+");
        assertThat(errno.text()).isNotBlank();
        assertThat(new SocketCallException(Call.RECV, errno)).hasMessage("recv: " + errno.text());
    }

    @Test
    void noTwoErrnosShareAText() {
        assertThat(Arrays.stream(Errno.values()).map(Errno::text)).doesNotHaveDuplicates();
    }

    @Test
    void theCallsThatMayWaitAreTold() {
        assertThat(Arrays.stream(Call.values()).filter(Call::mayWait))
                .containsExactly(Call.ACCEPT, Call.CONNECT, Call.SEND, Call.SENDTO, Call.RECV, Call.RECVFROM);
    }
}
