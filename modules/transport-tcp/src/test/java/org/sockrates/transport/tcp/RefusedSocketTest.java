package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;

/** A bound socket is refused, and another listens at its address when Java's channel behind it has gone. */
@Timeout(30)
class RefusedSocketTest {
    private TransportSocket socket;
    private TransportSocket thief;
    private InetSocketAddress address;
    private InetSocketAddress nobody;

    @BeforeEach
    void open() throws IOException {
        socket = new TcpTransport().open(Family.AF_INET);
        thief = new TcpTransport().open(Family.AF_INET);
        socket.option("SO_REUSEADDR", "on");
        thief.option("SO_REUSEADDR", "on");
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = Objects.requireNonNull(socket.local());
        thief.bind(address);
        thief.listen(1);
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = (InetSocketAddress) door.getLocalSocketAddress();
        }
        assertThatThrownBy(() -> socket.connect(nobody))
                .isInstanceOfSatisfying(
                        SocketCallException.class,
                        failure -> assertThat(failure.errno()).isEqualTo(Errno.ECONNREFUSED))
                .hasMessageEndingWith(
                        "; 127.0.0.1:" + address.getPort() + " could not be bound again: Address already in use");
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        thief.close();
    }

    @Test
    void hasNoAddressAndMayTakeAnother() throws IOException {
        assertThat(socket.phase()).isEqualTo(Phase.CREATED);
        assertThat(socket.local()).isNull();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
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
