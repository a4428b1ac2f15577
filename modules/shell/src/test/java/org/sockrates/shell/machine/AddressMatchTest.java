package org.sockrates.shell.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.shell.machine.AddressMatch.NOT;

import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressMatchTest {
    private static InetSocketAddress at(String host) {
        return new InetSocketAddress(host, 80);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, SURELY",
        "127.0.0.2, 127.0.0.1, NOT",
        "127.0.0.1, 0.0.0.0, NOT",
        "0.0.0.0, 127.0.0.1, SURELY",
        "0.0.0.0, ::1, NOT",
        "::, ::1, SURELY",
        "::, 127.0.0.1, PERHAPS",
        "::1, 127.0.0.1, NOT",
        "0.0.0.0, 192.0.2.1, NOT",
        "::, 192.0.2.1, NOT",
        "::, 2001:db8::1, NOT",
    })
    void whoIsReachedAtAnAddress(String local, String asked, AddressMatch standing) {
        assertThat(AddressMatch.at(at(local), at(asked))).isEqualTo(standing);
        assertThat(AddressMatch.at(at(local), new InetSocketAddress(asked, 81))).isEqualTo(NOT);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, SURELY",
        "127.0.0.1, 127.0.0.2, NOT",
        "127.0.0.2, 0.0.0.0, SURELY",
        "0.0.0.0, 127.0.0.2, SURELY",
        "0.0.0.0, 0.0.0.0, SURELY",
        "0.0.0.0, ::1, NOT",
        "::1, 0.0.0.0, NOT",
        "::, ::1, SURELY",
        "::, 127.0.0.1, PERHAPS",
        "::, 0.0.0.0, PERHAPS",
        "127.0.0.1, ::, SURELY",
        "0.0.0.0, ::, SURELY",
        "::1, 127.0.0.1, NOT",
    })
    void whoIsInTheWay(String local, String wanted, AddressMatch standing) {
        assertThat(AddressMatch.inTheWay(at(local), at(wanted))).isEqualTo(standing);
        assertThat(AddressMatch.inTheWay(at(local), new InetSocketAddress(wanted, 81)))
                .isEqualTo(NOT);
    }
}
