package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.Family;
import org.sockrates.transport.UsageException;

class HostTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "255.255.255.255", "10.77.0.2"})
    void readsFourPlainNumbers(String text) throws UnknownHostException {
        assertThat(HostText.parseAny("host", text, Family.AF_INET).getHostAddress())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "[::1]", "::", "fd00:77::1", "1:2:3:4:5:6:7:8", "0:0:0:0:0:0:0:1"})
    void readsIpv6WithAndWithoutBrackets(String text) throws UnknownHostException {
        assertThat(Family.of(HostText.parseAny("host", text, Family.AF_INET))).isEqualTo(Family.AF_INET6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "127.1",
                "2130706433",
                "010.0.0.1",
                "1.2.3.256",
                "1.2.3.4.5",
                "1.2.3.",
                "0x7f000001",
                "a.0x7f",
                "host:80:90",
                "[::1",
                "::1]",
                "[host]",
                "[]",
                ":::1",
                "1:2",
                ".::1",
                "a..b",
                "-a",
                "a-",
                "a b",
                "bücher",
                "١٢٧.٠.٠.١",
                "127.0.0.1 ",
                "fe80::1",
                "fe80::1%nosuchinterface",
                "fe80::1%",
                "host\u0000",
                "a/b",
                "."
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> HostText.parseAny("host", text, Family.AF_INET))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("host: \"")
                .hasMessageNotContaining("null");
    }

    @Test
    void refusesVeryLongNames() {
        assertThatThrownBy(() -> HostText.literal("host", "a".repeat(64))).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> HostText.literal("host", "a.".repeat(1 << 20))).isInstanceOf(UsageException.class);
    }

    @Test
    void knowsLocalhostWithoutAskingAnybody() throws UnknownHostException {
        assertThat(HostText.parseAny("host", "LocalHost", Family.AF_INET)).isEqualTo(HostText.loopback(Family.AF_INET));
        assertThat(HostText.parse("host", "localhost", Family.AF_INET6)).isEqualTo(HostText.loopback(Family.AF_INET6));
    }

    @Test
    void loopbackIsWhatTheStandardsSay() {
        assertThat(HostText.loopback(Family.AF_INET).getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(HostText.loopback(Family.AF_INET6).getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
    }

    @Test
    void refusesAnAddressOfTheOtherFamily() {
        assertThatThrownBy(() -> HostText.parse("host", "::1", Family.AF_INET))
                .hasMessage("host: \"::1\" (expected: an IPv4 address)");
        assertThatThrownBy(() -> HostText.parse("host", "127.0.0.1", Family.AF_INET6))
                .hasMessage("host: \"127.0.0.1\" (expected: an IPv6 address)");
    }

    @Test
    void saysThatANameIsUnknown() {
        assertThatThrownBy(() -> HostText.parseAny("host", "nobody.invalid", Family.AF_INET))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("host: \"nobody.invalid\": name unknown");
    }

    @Test
    void leavesNamesAlone() {
        assertThat(HostText.literal("host", "example.org.")).isNull();
        assertThat(HostText.literal("host", "my_host-2")).isNull();
    }

    @Test
    void asksForTheInterfaceOfALinkLocalAddress() {
        assertThatThrownBy(() -> HostText.literal("host", "fe80::1"))
                .hasMessageMatching(
                        "host: \"fe80::1\" \\(expected: its interface too, it is link-local: fe80::1%\\S+\\)");
    }

    @Test
    void anInterfaceWithoutALinkLocalAddressIsOneAllTheSame() throws Exception {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        InetAddress there = HostText.literal("host", "fe80::1%" + loopback.getName());
        assertThat(there)
                .isInstanceOfSatisfying(
                        Inet6Address.class,
                        address -> assertThat(address.getScopeId()).isEqualTo(loopback.getIndex()));
        assertThatThrownBy(() -> HostText.literal("host", "fe80::1%nobody"))
                .hasMessageEndingWith("(expected: an interface that exists behind the %)");
    }
}
