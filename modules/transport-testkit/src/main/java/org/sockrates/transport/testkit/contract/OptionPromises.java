package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;

/** Options by their real names, and what address reuse means. */
interface OptionPromises extends Promises {
    @Test
    default void optionsAreListedByTheirRealNames() throws Exception {
        assertThat(bench().open().options()).containsKeys("SO_RCVBUF", "SO_SNDBUF", "SO_REUSEADDR");
        assertThat(bench().open().options()).containsEntry("SO_REUSEADDR", "off");
    }

    @Test
    default void whatWasSetIsReadBack() throws Exception {
        TransportSocket socket = bench().open();
        socket.option("SO_REUSEADDR", "on");
        assertThat(socket.options()).containsEntry("SO_REUSEADDR", "on");
        socket.option("so_reuseaddr", "0");
        assertThat(socket.options()).containsEntry("SO_REUSEADDR", "off");
        socket.option("SO_RCVBUF", "10000");
        assertThat(Integer.parseInt(socket.options().get("SO_RCVBUF"))).isBetween(10_000, 20_000);
    }

    @Test
    default void everyOptionListedCanBeSetToWhatItIsOrSaysWhyNot() throws Exception {
        TransportSocket socket = bench().open();
        for (String name : socket.options().keySet()) {
            String value = socket.options().get(name);
            try {
                socket.option(name, value);
            } catch (SocketCallException refused) {
                assertThat(refused.errno())
                        .as("%s = %s: %s", name, value, refused)
                        .isIn(Errno.ENOPROTOOPT, Errno.EINVAL, Errno.ENODEV, Errno.EACCES, Errno.EPERM);
            }
        }
    }

    @Test
    default void anUnknownOptionIsNamed() throws Exception {
        TransportSocket socket = bench().open();
        assertErrno(Errno.ENOPROTOOPT, () -> socket.option("SO_\u001b[2J", "on"));
        assertThatCode(() -> socket.option("SO_NONSENSE", "on")).hasMessageContaining("SO_NONSENSE");
    }

    @Test
    default void aValueOfTheWrongKindIsRefused() throws Exception {
        TransportSocket socket = bench().open();
        for (String value : new String[] {"", "maybe", "-1", "+1", "٣", "1e3", "99999999999"}) {
            assertErrno(Errno.EINVAL, () -> socket.option("SO_REUSEADDR", value));
            assertErrno(Errno.EINVAL, () -> socket.option("SO_RCVBUF", value));
        }
    }

    @Test
    default void optionsChosenBeforeListenHoldForTheDoorAndForWhomItLetsIn() throws Exception {
        needsTheSystemsStream();
        TransportSocket door = bench().bound();
        door.option("SO_RCVBUF", "20000");
        door.option("TCP_NODELAY", "on");
        door.option("TCP_KEEPCNT", "5");
        door.option("TCP_KEEPINTVL", "7");
        door.listen(1);
        assertThat(Integer.parseInt(door.options().get("SO_RCVBUF"))).isBetween(20_000, 40_000);
        assertThat(door.options())
                .containsEntry("SO_REUSEADDR", "off")
                .containsEntry("TCP_KEEPCNT", "5")
                .containsEntry("TCP_KEEPINTVL", "7");
        bench().open().connect(Bench.local(door));
        assertThat(bench().accept(door).options())
                .containsEntry("TCP_NODELAY", "on")
                .containsEntry("TCP_KEEPCNT", "5");
    }

    @Test
    default void aPortInTimeWaitIsInUse() throws Exception {
        needsTheSystemsStream();
        InetSocketAddress address = timeWait("off");
        TransportSocket again = bench().open();
        assertErrno(Errno.EADDRINUSE, () -> again.bind(address));
        again.option("SO_REUSEADDR", "on");
        assertErrno(Errno.EADDRINUSE, () -> again.bind(address));
    }

    @Test
    default void reuseAddressTakesAPortInTimeWait() throws Exception {
        needsTheSystemsStream();
        InetSocketAddress address = timeWait("on");
        TransportSocket again = bench().open();
        again.option("SO_REUSEADDR", "on");
        again.bind(address);
        again.listen(1);
        bench().open().connect(address);
    }

    /**
     * A server's port whose server has closed first: for a minute the system keeps it for late segments. Linux reuses it
     * only if both had the option, the old server and the new one.
     */
    private InetSocketAddress timeWait(String reuse) throws Exception {
        TransportSocket door = bench().open();
        door.option("SO_REUSEADDR", reuse);
        door.bind(bench().loopback(0));
        door.listen(1);
        InetSocketAddress address = Bench.local(door);
        TransportSocket near = bench().open();
        near.connect(address);
        bench().accept(door).close();
        assertThat(Bench.receive(near)).isEqualTo("END");
        near.close();
        door.close();
        return address;
    }

    @Test
    default void reuseAddressDoesNotLetTwoListenOnOnePort() throws Exception {
        needsTheSystemsStream();
        TransportSocket first = bench().open();
        first.option("SO_REUSEADDR", "on");
        first.bind(bench().loopback(0));
        TransportSocket second = bench().open();
        second.option("SO_REUSEADDR", "on");
        second.bind(Bench.local(first));
        first.listen(1);
        assertErrno(Errno.EADDRINUSE, () -> second.listen(1));
        assertErrno(Errno.EADDRINUSE, () -> {
            TransportSocket third = bench().open();
            third.option("SO_REUSEADDR", "on");
            third.bind(Bench.local(first));
        });
    }
}
