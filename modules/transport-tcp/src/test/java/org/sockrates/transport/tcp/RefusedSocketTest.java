package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;

/** A bound socket is refused, and another listens at its address when Java's channel behind it has gone. */
@Timeout(30)
class RefusedSocketTest {
    @AutoClose
    private final Bench bench = new Bench(new TcpTransport(), Family.AF_INET);

    private TransportSocket socket;
    private InetSocketAddress address;
    private InetSocketAddress nobody;

    @BeforeEach
    void open() throws IOException {
        socket = bench.open();
        socket.option("SO_REUSEADDR", "on");
        socket.bind(bench.loopback(0));
        address = Bench.local(socket);
        TransportSocket thief = bench.open();
        thief.option("SO_REUSEADDR", "on");
        thief.bind(address);
        thief.listen(1);
        nobody = bench.loopback(bench.freePort());
        assertThatThrownBy(() -> socket.connect(nobody))
                .isInstanceOfSatisfying(
                        SocketCallException.class,
                        failure -> assertThat(failure.errno()).isEqualTo(Errno.ECONNREFUSED))
                .hasMessageEndingWith(
                        "; 127.0.0.1:" + address.getPort() + " could not be bound again: Address already in use");
    }

    @Test
    void hasNoAddressAndMayTakeAnother() throws IOException {
        assertThat(socket.phase()).isEqualTo(Phase.CREATED);
        assertThat(socket.local()).isNull();
        socket.bind(bench.loopback(0));
        socket.listen(1);
        assertThat(socket.phase()).isEqualTo(Phase.LISTENING);
    }

    @Test
    void mayConnectElsewhere() throws IOException {
        socket.connect(address);
        assertThat(socket.phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void isRefusedAgainWithoutLosingAnythingMore() {
        assertThatThrownBy(() -> socket.connect(nobody)).hasMessage("connect: Connection refused");
        assertThat(socket.phase()).isEqualTo(Phase.CREATED);
    }
}
