package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.Family;
import org.sockrates.transport.UsageException;

class HostTextTest {
    private static final HostText.Names NOBODY = name -> {
        throw new AssertionError("asked for " + name);
    };

    @Test
    void anAddressOfTheUsualFamilyIsTakenFirst() throws IOException {
        InetAddress four = HostText.loopback(Family.AF_INET);
        InetAddress six = HostText.loopback(Family.AF_INET6);
        HostText.Names both = name -> new InetAddress[] {six, four};
        HostText.Names one = name -> new InetAddress[] {six};
        assertThat(HostText.parse("host", "a.b", Family.AF_INET, both)).isEqualTo(four);
        assertThat(HostText.parse("host", "a.b", Family.AF_INET6, both)).isEqualTo(six);
        assertThat(HostText.parse("host", "a.b", Family.AF_INET, one)).isEqualTo(six);
        assertThatThrownBy(() -> HostText.parse("host", "a.b", Family.AF_INET, name -> new InetAddress[0]))
                .hasMessage("host: \"a.b\": name unknown");
    }

    @Test
    void theInterfaceThatHasALinkLocalAddressIsNamed() throws IOException {
        List<Inet6Address> found = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet6Address.class::isInstance)
                .map(Inet6Address.class::cast)
                .filter(Inet6Address::isLinkLocalAddress)
                .toList();
        assumeThat(found).as("link-local IPv6 addresses of this machine").isNotEmpty();
        for (Inet6Address own : found) {
            String bare = own.getHostAddress().split("%", 2)[0];
            String name = own.getScopedInterface().getName();
            assertThatThrownBy(() -> HostText.literal("host", bare)).hasMessageEndingWith(bare + "%" + name + ")");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "255.255.255.255", "10.77.0.2"})
    void readsFourPlainNumbers(String text) throws IOException {
        assertThat(HostText.parse("host", text, Family.AF_INET, NOBODY).getHostAddress())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "[::1]", "::", "fd00:77::1", "1:2:3:4:5:6:7:8", "0:0:0:0:0:0:0:1"})
    void readsIpv6WithAndWithoutBrackets(String text) throws IOException {
        assertThat(Family.of(HostText.parse("host", text, Family.AF_INET, NOBODY)))
                .isEqualTo(Family.AF_INET6);
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
                "1::1]",
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
        assertThatThrownBy(() -> HostText.parse("host", text, Family.AF_INET, NOBODY))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("host: \"")
                .hasMessageNotContaining("null");
    }

    @Test
    void refusesVeryLongNames() {
        assertThat(HostText.literal("host", "a".repeat(63))).isNull();
        assertThatThrownBy(() -> HostText.literal("host", "a".repeat(64))).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> HostText.literal("host", "a.".repeat(1 << 20))).isInstanceOf(UsageException.class);
    }

    @Test
    void knowsLocalhostWithoutAskingAnybody() throws IOException {
        assertThat(HostText.parse("host", "LocalHost", Family.AF_INET, NOBODY))
                .isEqualTo(HostText.loopback(Family.AF_INET));
        assertThat(HostText.parse("host", "localhost", Family.AF_INET6, NOBODY))
                .isEqualTo(HostText.loopback(Family.AF_INET6));
    }

    @Test
    void loopbackAndWildcardAreWhatTheStandardsSay() {
        assertThat(HostText.loopback(Family.AF_INET).getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(HostText.loopback(Family.AF_INET6).getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
        assertThat(HostText.wildcard(Family.AF_INET).getHostAddress()).isEqualTo("0.0.0.0");
        assertThat(HostText.wildcard(Family.AF_INET6).getHostAddress()).isEqualTo("0:0:0:0:0:0:0:0");
    }

    @Test
    void refusesAnAddressOfTheOtherFamily() {
        assertThat(HostText.address("host", "::1", Family.AF_INET6)).isEqualTo(HostText.loopback(Family.AF_INET6));
        assertThatThrownBy(() -> HostText.address("host", "localhost", Family.AF_INET))
                .hasMessage("host: \"localhost\" (expected: an IPv4 address)");
        assertThatThrownBy(() -> HostText.address("host", "::1", Family.AF_INET))
                .hasMessage("host: \"::1\" (expected: an IPv4 address)");
        assertThatThrownBy(() -> HostText.address("host", "127.0.0.1", Family.AF_INET6))
                .hasMessage("host: \"127.0.0.1\" (expected: an IPv6 address)");
    }

    @Test
    void saysThatANameIsUnknown() {
        assertThatThrownBy(() -> HostText.parse("host", "nobody.invalid", Family.AF_INET, NOBODY))
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
