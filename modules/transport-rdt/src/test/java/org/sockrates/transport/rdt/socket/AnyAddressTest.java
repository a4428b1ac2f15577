package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Errno;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;

/** Who connects to 0.0.0.0 means this machine: the system takes its loopback, and answers come from there. */
final class AnyAddressTest {
    @ParameterizedTest
    @MethodSource(Talk.TRANSPORTS)
    void reachesWhoListensAtTheLoopback(RdtTransport transport) throws Exception {
        try (Bench bench = Talk.bench(transport)) {
            TransportSocket door = bench.listening();
            TransportSocket asking = Talk.patient(bench.open());
            asking.connect(bench.wildcard(Bench.local(door).getPort()));
            assertThat(asking.remote()).isEqualTo(door.local());
            assertThat(bench.accept(door).remote()).isEqualTo(asking.local());
            connects(bench, door);
        }
    }

    @ParameterizedTest
    @MethodSource(Talk.TRANSPORTS)
    void isRefusedAtItsOwnPort(RdtTransport transport) throws Exception {
        try (Bench bench = Talk.bench(transport)) {
            TransportSocket door = bench.listening();
            TransportSocket alone = Talk.patient(bench.open());
            alone.bind(bench.wildcard(0));
            int itself = Bench.local(alone).getPort();
            assertErrno(Errno.ECONNREFUSED, () -> alone.connect(bench.wildcard(itself)));
            connects(bench, door);
        }
    }

    /** All ports have one thread: a fault of one must not be everybody's end. */
    private static void connects(Bench bench, TransportSocket door) throws IOException {
        TransportSocket near = Talk.patient(bench.open());
        near.connect(Bench.local(door));
        assertThat(bench.accept(door).remote()).isEqualTo(near.local());
    }
}
