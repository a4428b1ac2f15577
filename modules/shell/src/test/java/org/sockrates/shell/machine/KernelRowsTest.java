package org.sockrates.shell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.MadeUpRows;

class KernelRowsTest {
    private static InetSocketAddress at(String host) {
        return new InetSocketAddress(host, 80);
    }

    private static KernelRows rows(String... hosts) {
        List<KernelSocket> all = Arrays.stream(hosts)
                .map(host -> MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, host, 0))
                .toList();
        return port -> port == 80 ? all : List.of();
    }

    @Test
    void whoIsInTheWayHasTheProtocolToo() {
        assertThat(rows("0.0.0.0", "127.0.0.2", "127.0.0.1").inTheWay(KernelProtocol.TCP, at("127.0.0.1")))
                .extracting(row -> row.local().getHostString())
                .containsExactly("0.0.0.0", "127.0.0.1");
        assertThat(rows("0.0.0.0").inTheWay(KernelProtocol.UDP, at("127.0.0.1")))
                .isEmpty();
    }

    @Test
    void whoHasTheVeryAddressComesFirst() {
        for (String[] hosts : new String[][] {
            {"127.0.0.2", "::", "0.0.0.0", "127.0.0.1"}, {"127.0.0.1", "0.0.0.0", "::", "127.0.0.2"},
        }) {
            assertThat(rows(hosts).serving(KernelProtocol.TCP, at("127.0.0.1")))
                    .extracting(row -> row.local().getHostString())
                    .map(KernelRowsTest::shortened)
                    .containsExactly("127.0.0.1", "0.0.0.0", "::", "127.0.0.2");
        }
        assertThat(rows("127.0.0.2").door(KernelProtocol.TCP, at("127.0.0.1"))).isEmpty();
        assertThat(rows("0.0.0.0", "::").door(KernelProtocol.TCP, at("::1")))
                .map(row -> shortened(row.local().getHostString()))
                .contains("::");
    }

    private static String shortened(String host) {
        return host.equals("0:0:0:0:0:0:0:0") ? "::" : host;
    }
}
