package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;

/** One message for many; and that a transport with two ends says so. */
interface GroupPromises extends Promises {
    private InetAddress group() throws Exception {
        return InetAddress.getByName(bench().family() == Family.AF_INET ? "239.255.77.77" : "ff12::77:77");
    }

    private NetworkInterface loopbackInterface() throws Exception {
        return NetworkInterface.getByInetAddress(bench().loopback(0).getAddress());
    }

    private void needsGroups() {
        needs(traits().groupSend(), "groupSend");
    }

    @Test
    default void whoHasJoinedHearsTheGroup() throws Exception {
        needsGroups();
        TransportSocket one = bench().open();
        one.bind(bench().wildcard(0));
        one.join(group(), loopbackInterface());
        InetSocketAddress everybody =
                new InetSocketAddress(group(), Bench.local(one).getPort());
        TransportSocket sender = bench().open();
        sender.option("IP_MULTICAST_IF", loopbackInterface().getName());
        send(sender, everybody);
        assertThat(Bench.receive(one)).isEqualTo("all of you");
        one.leave(group(), loopbackInterface());
        send(sender, everybody);
        one.waiting(Waiting.atMost(Duration.ofMillis(30)));
        assertErrno(Errno.EAGAIN, () -> one.receive(ByteBuffer.allocate(20)));
    }

    private void send(TransportSocket sender, InetSocketAddress to) throws Exception {
        try {
            sender.sendTo(Payload.of("all of you"), to);
        } catch (SocketCallException noRoute) {
            assumeTrue(
                    noRoute.errno() != Errno.ENETUNREACH,
                    () -> "no route for groups over loopback here: " + bench().family());
            throw noRoute;
        }
    }

    @Test
    default void aGroupIsJoinedOnce() throws Exception {
        needsGroups();
        TransportSocket socket = bench().bound();
        socket.join(group(), loopbackInterface());
        assertErrno(Errno.EADDRINUSE, () -> socket.join(group(), loopbackInterface()));
        socket.leave(group(), loopbackInterface());
        socket.join(group(), loopbackInterface());
    }

    @Test
    default void anInterfaceThatIsNotThereIsNone() throws Exception {
        needsGroups();
        TransportSocket socket = bench().bound();
        NetworkInterface none = NetworkInterface.getByName("none-such");
        assertThatThrownBy(() -> socket.join(group(), none))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("no such interface");
        assertThatThrownBy(() -> socket.leave(group(), none)).hasMessage("no such interface");
    }

    @Test
    default void onlyAMemberCanLeave() throws Exception {
        needsGroups();
        TransportSocket socket = bench().bound();
        assertErrno(Errno.EADDRNOTAVAIL, () -> socket.leave(group(), loopbackInterface()));
        socket.join(group(), loopbackInterface());
        socket.leave(group(), loopbackInterface());
        assertErrno(Errno.EADDRNOTAVAIL, () -> socket.leave(group(), loopbackInterface()));
    }

    @Test
    default void onlyAGroupCanBeJoined() throws Exception {
        needsGroups();
        TransportSocket socket = bench().bound();
        assertErrno(Errno.EINVAL, () -> socket.join(bench().loopback(0).getAddress(), loopbackInterface()));
        InetAddress otherFamily = InetAddress.getByName("ff12::77:77");
        if (bench().family() == Family.AF_INET) {
            assertErrno(Errno.EINVAL, () -> socket.join(otherFamily, loopbackInterface()));
        }
        socket.close();
        assertErrno(Errno.EBADF, () -> socket.join(group(), loopbackInterface()));
    }

    @Test
    default void broadcastMustBeAskedFor() throws Exception {
        needsGroups();
        needs(bench().family() == Family.AF_INET, "IPv4 only");
        InetSocketAddress everybody = new InetSocketAddress("127.255.255.255", 9);
        assertErrno(Errno.EACCES, () -> bench().open().sendTo(Payload.of("hi"), everybody));
        TransportSocket reader = bench().open();
        reader.bind(bench().wildcard(0));
        TransportSocket sender = bench().open();
        sender.option("SO_BROADCAST", "on");
        sender.sendTo(
                Payload.of("hi"),
                new InetSocketAddress("127.255.255.255", Bench.local(reader).getPort()));
        assertThat(Bench.receive(reader)).isEqualTo("hi");
    }

    @Test
    default void withTwoEndsThereIsNoGroup() throws Exception {
        needs(!traits().groupSend(), "not groupSend");
        TransportSocket socket = bench().open();
        assertErrno(Errno.EOPNOTSUPP, () -> socket.join(group(), loopbackInterface()));
        assertErrno(Errno.EOPNOTSUPP, () -> socket.leave(group(), loopbackInterface()));
    }

    @Test
    default void aClosedSocketKnowsNoGroup() throws Exception {
        TransportSocket closed = bench().open();
        closed.close();
        assertErrno(Errno.EBADF, () -> closed.join(group(), loopbackInterface()));
        assertErrno(Errno.EBADF, () -> closed.leave(group(), loopbackInterface()));
    }
}
