package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.MadeUpRows;
import org.sockrates.shell.MirroredPlace;
import org.sockrates.transport.tcp.TcpTransport;

/** Who asks past a wire, where servers are at 127.0.0.1 and reached at 127.0.0.2. */
class BypassTest {
    private static Optional<String> told(String asked, KernelSocket... kernel) {
        return told(new MirroredPlace(), asked, kernel);
    }

    private static Optional<String> told(Place place, String asked, KernelSocket... kernel) {
        return Bypass.told(place, KernelProtocol.TCP, new InetSocketAddress(asked, 80), port -> List.of(kernel));
    }

    private static KernelSocket door(String host) {
        return MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, host, 0);
    }

    @Test
    void whoAsksAServerAtItsOwnAddressGoesPast() {
        String past = "this way the wire sees nothing of it; by 127.0.0.2, or without a host, it does";
        assertThat(told("127.0.0.1")).contains(past);
        assertThat(told("::ffff:127.0.0.1")).contains(past);
        assertThat(told("127.0.0.2")).isEmpty();
        assertThat(told("::1")).isEmpty();
        assertThat(told(new LoopbackPlace(), "127.0.0.1")).isEmpty();
    }

    @Test
    void whoIsAtAllAddressesIsAskedAtHisOwnByEveryOtherOfThisMachine() {
        assertThat(told("127.0.0.3", door("0.0.0.0"))).isPresent();
        assertThat(told("0.0.0.0", door("0.0.0.0"))).isPresent();
        assertThat(told("127.0.0.2", door("0.0.0.0"))).isEmpty();
        assertThat(told("127.0.0.3", door("127.0.0.3"))).isEmpty();
        assertThat(told("127.0.0.3")).isEmpty();
        assertThat(told(new LoopbackPlace(), "127.0.0.3", door("0.0.0.0"))).isEmpty();
    }

    @Test
    void whereNobodyCanBindWhatOneAsksItIsToldWhatAServerBinds() throws Exception {
        try (Session session = MirroredPlace.session()) {
            InetSocketAddress asked = new InetSocketAddress("127.0.0.2", 80);
            assertThat(new Absence(session, new TcpTransport(), asked, port -> List.of(door("127.0.0.3")))
                            .mistaken(null))
                    .contains(
                            "on this port somebody is at 127.0.0.3:80, not at 127.0.0.2:80; to be reached at 127.0.0.2,"
                                    + " a server binds 127.0.0.1, or 0.0.0.0");
            assertThat(Bypass.toBind(session.place(), InetAddress.getByName("127.0.0.3")))
                    .isEmpty();
        }
    }

    @Test
    void whoWasAskedElsewhereIsNamedByTheAddressThatLeadsThroughTheWire() {
        try (Session session = MirroredPlace.session()) {
            InetSocketAddress asked = new InetSocketAddress("127.0.0.3", 80);
            assertThat(new Absence(session, new TcpTransport(), asked, port -> List.of(door("127.0.0.1")))
                            .mistaken(null))
                    .contains("on this port somebody is at 127.0.0.2:80, not at 127.0.0.3:80");
        }
    }
}
