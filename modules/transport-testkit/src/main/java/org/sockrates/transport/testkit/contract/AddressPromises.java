package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;
import org.sockrates.transport.text.HostText;

/** The life of a socket, and its addresses. */
interface AddressPromises extends Promises {
    /** TEST-NET-3 and the documentation prefix (RFC 5737, RFC 3849): nobody's address, least of all ours. */
    private InetSocketAddress notOurs() {
        return new InetSocketAddress(bench().family() == Family.AF_INET ? "203.0.113.9" : "2001:db8::9", 0);
    }

    @Test
    default void aNewSocketHasNoAddress() throws Exception {
        TransportSocket socket = bench().open();
        assertThat(socket.phase()).isEqualTo(Phase.CREATED);
        assertThat(socket.family()).isEqualTo(bench().family());
        assertThat(socket.local()).isNull();
        assertThat(socket.remote()).isNull();
        assertThat(socket.truncatedBytes()).isZero();
    }

    @Test
    default void aSocketKnowsWhoseItIs() throws Exception {
        assertThat(bench().open().transport().name())
                .isEqualTo(bench().transport().name());
    }

    @Test
    default void portZeroGetsAFreePort() throws Exception {
        TransportSocket socket = bench().open();
        socket.bind(bench().loopback(0));
        assertThat(socket.phase()).isEqualTo(Phase.BOUND);
        assertThat(Bench.local(socket).getPort()).isPositive();
        assertThat(Bench.local(socket).getAddress())
                .isEqualTo(bench().loopback(0).getAddress());
    }

    @Test
    default void aChosenPortIsTheOneItGets() throws Exception {
        int port = bench().freePort();
        TransportSocket socket = bench().open();
        socket.bind(bench().loopback(port));
        assertThat(socket.local()).isEqualTo(bench().loopback(port));
    }

    @Test
    default void theWildcardIsEveryLocalAddress() throws Exception {
        TransportSocket socket = bench().open();
        socket.bind(bench().wildcard(0));
        assertThat(Bench.local(socket).getAddress().isAnyLocalAddress()).isTrue();
        hears(socket, bench().open(), bench().loopback(Bench.local(socket).getPort()));
    }

    /** What a peer sends to a bound socket, under an address of it, comes. */
    private void hears(TransportSocket socket, TransportSocket peer, InetSocketAddress address) throws Exception {
        if (traits().connectionOriented()) {
            socket.listen(1);
        }
        peer.connect(address);
        peer.send(Payload.of("hi"));
        TransportSocket reader = traits().connectionOriented() ? bench().accept(socket) : socket;
        assertThat(Bench.receive(reader)).isEqualTo("hi");
    }

    @Test
    default void twoSocketsCannotHaveOnePort() throws Exception {
        TransportSocket first = bench().bound();
        assertErrno(Errno.EADDRINUSE, () -> bench().open().bind(Bench.local(first)));
    }

    @Test
    default void aSocketThatWasRefusedItsPortMayTakeAnother() throws Exception {
        TransportSocket first = bench().bound();
        TransportSocket second = bench().open();
        assertErrno(Errno.EADDRINUSE, () -> second.bind(Bench.local(first)));
        second.bind(bench().loopback(0));
        assertThat(second.phase()).isEqualTo(Phase.BOUND);
    }

    @Test
    default void aSocketIsBoundOnlyOnce() throws Exception {
        TransportSocket socket = bench().bound();
        assertErrno(Errno.EINVAL, () -> socket.bind(bench().loopback(0)));
    }

    @Test
    default void anAddressMustBeOurs() {
        assertErrno(Errno.EADDRNOTAVAIL, () -> bench().open().bind(notOurs()));
    }

    @Test
    default void anIpv6AddressDoesNotFitAnIpv4Socket() throws Exception {
        needs(bench().family() == Family.AF_INET, "IPv4 only");
        InetSocketAddress six = new InetSocketAddress(HostText.loopback(Family.AF_INET6), 9);
        assertErrno(Errno.EAFNOSUPPORT, () -> bench().open().bind(six));
        assertErrno(Errno.EAFNOSUPPORT, () -> bench().open().connect(six));
    }

    @Test
    default void anIpv4AddressOnAnIpv6SocketIsTheMappedOne() throws Exception {
        needs(bench().family() == Family.AF_INET6, "IPv6 only");
        TransportSocket socket = bench().open();
        socket.bind(new InetSocketAddress(HostText.loopback(Family.AF_INET), 0));
        TransportSocket peer = bench().closing(bench().transport().open(Family.AF_INET));
        hears(socket, peer, Bench.local(socket));
    }

    @Test
    default void anIpv6WildcardHearsIpv4Too() throws Exception {
        needs(bench().family() == Family.AF_INET6, "IPv6 only");
        TransportSocket socket = bench().open();
        socket.bind(bench().wildcard(0));
        TransportSocket peer = bench().closing(bench().transport().open(Family.AF_INET));
        int port = Bench.local(socket).getPort();
        hears(socket, peer, new InetSocketAddress(HostText.loopback(Family.AF_INET), port));
    }

    @Test
    default void aNameThatWasNeverLookedUpIsNoAddress() {
        InetSocketAddress name = InetSocketAddress.createUnresolved("nowhere.invalid", 9);
        assertErrno(Errno.EINVAL, () -> bench().open().connect(name));
        assertErrno(Errno.EINVAL, () -> bench().open().bind(name));
    }

    @Test
    default void bothEndsKnowEachOther() throws Exception {
        Bench.Pair pair = bench().pair();
        assertThat(pair.near().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(pair.near().remote()).isEqualTo(pair.far().local());
        assertThat(pair.far().remote()).isEqualTo(pair.near().local());
    }

    @Test
    default void closeGivesThePortBack() throws Exception {
        TransportSocket first = bench().bound();
        InetSocketAddress address = Bench.local(first);
        first.close();
        assertThatCode(() -> bench().open().bind(address)).doesNotThrowAnyException();
    }

    @Test
    default void closeIsIdempotent() throws Exception {
        TransportSocket socket = bench().bound();
        socket.close();
        socket.close();
        socket.abort();
        assertThat(socket.phase()).isEqualTo(Phase.CLOSED);
        assertThat(socket.local()).isNull();
        assertThat(socket.remote()).isNull();
        assertThat(socket.options()).isEmpty();
    }

    @Test
    default void aThousandSocketsLeaveNothingBehind() throws Exception {
        for (int i = 0; i < 1000; i++) {
            try (TransportSocket socket = bench().transport().open(bench().family())) {
                socket.bind(bench().loopback(0));
            }
        }
    }

    @Test
    default void manyThreadsMayCloseOneSocket() throws Exception {
        Bench.Pair pair = bench().pair();
        List<Task<Void>> closers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            closers.add(bench().start(() -> {
                pair.near().close();
                return null;
            }));
        }
        for (Task<Void> closer : closers) {
            closer.result();
        }
        assertThat(pair.near().phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    default void everyCallOnAClosedSocketIsABadDescriptor() throws Exception {
        TransportSocket fresh = bench().open();
        fresh.close();
        assertBadDescriptor(fresh);
        Bench.Pair pair = bench().pair();
        pair.near().close();
        assertBadDescriptor(pair.near());
        TransportSocket bound = bench().bound();
        bound.close();
        assertBadDescriptor(bound);
    }

    private void assertBadDescriptor(TransportSocket closed) {
        InetSocketAddress there = bench().loopback(9);
        assertErrno(Errno.EBADF, () -> closed.bind(bench().loopback(0)));
        assertErrno(Errno.EBADF, () -> closed.listen(1));
        assertErrno(Errno.EBADF, closed::accept);
        assertErrno(Errno.EBADF, () -> closed.connect(there));
        assertErrno(Errno.EBADF, () -> closed.send(Payload.of("hi")));
        assertErrno(Errno.EBADF, () -> closed.sendTo(Payload.of("hi"), there));
        assertErrno(Errno.EBADF, () -> closed.receive(ByteBuffer.allocate(1)));
        assertErrno(Errno.EBADF, () -> closed.receiveFrom(ByteBuffer.allocate(1)));
        assertErrno(Errno.EBADF, () -> closed.sendUrgent((byte) 1));
        assertErrno(Errno.EBADF, () -> closed.shutdown(Direction.BOTH));
        assertErrno(Errno.EBADF, () -> closed.option("SO_RCVBUF", "65536"));
    }
}
