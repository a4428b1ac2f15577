package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.capture.KernelSocket;
import org.sockrates.capture.KernelState;
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

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true, true",
        "127.0.0.2, 127.0.0.1, false, false",
        "0.0.0.0, 127.0.0.1, true, true",
        "0.0.0.0, ::1, false, false",
        "::, ::1, true, true",
        "::, 127.0.0.1, false, true",
        "::1, 127.0.0.1, false, false",
        "0.0.0.0, 192.0.2.1, false, false",
        "::, 192.0.2.1, false, false",
    })
    void whoIsReachedAtAnAddress(String local, String asked, boolean is, boolean may) throws UnknownHostException {
        assertThat(KernelRows.isReached(at(local), InetAddress.getByName(asked)))
                .isEqualTo(is);
        assertThat(KernelRows.mayBeReached(at(local), InetAddress.getByName(asked)))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0, 127.0.0.2, true",
        "0.0.0.0, 0.0.0.0, true",
        "0.0.0.0, ::1, false",
        "::, ::1, true",
        "::, 127.0.0.1, true",
        "::, 0.0.0.0, true",
        "::1, 127.0.0.1, false",
    })
    void whoIsInTheWay(String one, String other, boolean collide) {
        assertThat(KernelRows.collide(at(one), at(other))).isEqualTo(collide);
        assertThat(KernelRows.collide(at(other), at(one))).isEqualTo(collide);
        assertThat(rows(one).inTheWay(KernelProtocol.TCP, at(other)).findAny().isPresent())
                .isEqualTo(collide);
        assertThat(rows(one).inTheWay(KernelProtocol.UDP, at(other))).isEmpty();
        assertThat(KernelRows.collide(at(one), new InetSocketAddress(other, 81)))
                .isFalse();
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
