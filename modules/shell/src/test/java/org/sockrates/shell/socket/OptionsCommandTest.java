package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.transport.testkit.Child;

class OptionsCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void listsWhatASocketHas() {
        typing.all("socket --as stream", "socket udp --as letter").ends(0);
        List<String> stream = typing.type("options stream").ends(0).lines();
        assertThat(stream)
                .anyMatch(line -> line.matches("SO_LINGER +off"))
                .anyMatch(line -> line.matches("TCP_NODELAY +off"))
                .noneMatch(line -> line.startsWith("SO_BROADCAST"));
        assertThat(stream.stream().map(line -> line.lastIndexOf("  ")).distinct())
                .as("values stand in one column")
                .hasSize(1);
        assertThat(typing.type("o letter").lines())
                .anyMatch(line -> line.matches("SO_BROADCAST +off"))
                .anyMatch(line -> line.matches("IP_MULTICAST_TTL +1"))
                .noneMatch(line -> line.startsWith("TCP_"));
        assertThat(typing.type("options letter --json").json()).containsEntry("SO_BROADCAST", "off");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, SO_REUSEADDR,       on",
        "tcp, SO_KEEPALIVE,       on",
        "tcp, SO_LINGER,          5",
        "tcp, SO_OOBINLINE,       on",
        "tcp, TCP_NODELAY,        on",
        "tcp, TCP_KEEPCNT,        3",
        "udp, SO_BROADCAST,       on",
        "udp, SO_REUSEADDR,       on",
        "udp, IP_MULTICAST_TTL,   7",
        "udp, IP_MULTICAST_LOOP,  off",
    })
    void setsAnOptionByItsRealName(String transport, String name, String value) {
        typing.type("socket " + transport + " --as it").ends(0);
        typing.type("options it " + name + " " + value)
                .shows("setsockopt(3, " + name + ", " + value + ") = 0")
                .ends(0);
        typing.type("options " + name.toLowerCase(Locale.ROOT)).shows(name + "  " + value);
    }

    @ParameterizedTest
    @CsvSource({"tcp, SO_RCVBUF", "tcp, SO_SNDBUF", "udp, SO_RCVBUF", "udp, SO_SNDBUF"})
    void buffersHaveAtLeastTheSizeThatWasAskedFor(String transport, String name) {
        typing.type("socket " + transport).ends(0);
        typing.type("options . " + name + " 20000").ends(0);
        String shown = typing.type("options " + name).first();
        assertThat(Integer.parseInt(shown.substring(name.length()).strip())).isGreaterThanOrEqualTo(20_000);
    }

    /** As the pages of both say. */
    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @ValueSource(strings = {"SO_RCVBUF", "SO_SNDBUF"})
    void aBufferIsShownAsItWasSetWherePythonShowsTheDouble(String name) throws Exception {
        typing.type("socket").ends(0);
        typing.type("options . " + name + " 10000").ends(0);
        typing.type("options " + name).shows(name + "  10000");
        String asks = "import socket as s\nx = s.socket()\nx.setsockopt(s.SOL_SOCKET, s." + name + ", 10000)\n"
                + "print(x.getsockopt(s.SOL_SOCKET, s." + name + "))\n";
        try (Child python = Child.pythonText(asks)) {
            assertThat(python.line()).isEqualTo("20000");
        }
        assertThat(String.join(" ", typing.type("explain " + name).lines()).replaceAll(" +", " "))
                .contains("shows 10000 where Python shows 20000.");
    }

    @ParameterizedTest
    @CsvSource({"'', 127.0.0.1", "' --ipv6', ::1"})
    void twoServersShareAPortWhereBothSay(String family, String host) {
        typing.all("socket --as one" + family, "options one SO_REUSEPORT on", "bind one " + host + " 0", "listen one")
                .ends(0);
        typing.all("socket --as two" + family, "options two SO_REUSEPORT on").ends(0);
        typing.type("bind two " + host + " {one}").ends(0);
    }

    @ParameterizedTest
    @CsvSource({
        "IP_TOS,       300,   '0 to 255; so says Java, Linux would take it and use the last 8 bits'",
        "TCP_KEEPCNT,  0,     1 to 127",
        "TCP_KEEPIDLE, 40000, 1 to 32767 seconds",
    })
    void saysFromWhereToWhereAValueGoes(String name, String value, String range) {
        typing.type("socket").ends(0);
        Shown shown = typing.type("options . " + name + " " + value).ends(4);
        assertThat(shown.first()).startsWith("setsockopt(3, " + name + ", " + value + ") = -1 EINVAL");
        assertThat(String.join(" ", shown.lines()).replaceAll(" +", " "))
                .endsWith(name + ": \"" + value + "\" (expected: " + range + ")");
    }

    @Test
    void anOptionThatIsNotThereIsShownAsItWasTyped() {
        typing.type("socket").ends(0);
        typing.type("options . reuseaddr").refuses("options: \"reuseaddr\" (expected: SO_REUSEADDR?)");
        typing.type("options . so_linger").shows("SO_LINGER  off");
    }

    @Test
    void saysWhatBecameOfANumber() {
        typing.type("socket").ends(0);
        typing.type("options . SO_LINGER 100000").has("setsockopt(3, SO_LINGER, 100000) = 0", "  it is 65535 now");
        typing.type("options . SO_LINGER 007").shows("setsockopt(3, SO_LINGER, 007) = 0");
        typing.type("options . SO_RCVBUF 0").ends(0).matches("setsockopt.*", "  it is [1-9][0-9]* now");
    }

    @Test
    void saysWhatJavaSetsOfAnIpv6Socket() {
        typing.type("socket udp --ipv6").ends(0);
        typing.type("options . IP_MULTICAST_IF lo")
                .shows(
                        "setsockopt(3, IP_MULTICAST_IF, lo) = 0",
                        "  of an IPv6 socket Java sets IPV6_MULTICAST_IF, too, which is IPv6's");
        typing.type("options . SO_BROADCAST on").shows("setsockopt(3, SO_BROADCAST, on) = 0");
        typing.type("socket tcp --ipv6").ends(0);
        typing.type("options . IP_TOS 16")
                .shows("setsockopt(4, IP_TOS, 16) = 0", "  of an IPv6 socket Java sets IPV6_TCLASS, which is IPv6's");
    }

    @Test
    void saysWhatIsNoOptionAndNoValue() {
        typing.type("options").refuses("options: there is no socket yet; make one:  socket");
        typing.type("socket").ends(0);
        typing.type("options SO_RCVBUFF").refuses("options: \"SO_RCVBUFF\" (expected: SO_RCVBUF?)");
        typing.type("options . NODELAY").refuses("options: \"NODELAY\" (expected: TCP_NODELAY?)");
        typing.type("options . SO_BROADCAST on")
                .shows(
                        "setsockopt(3, SO_BROADCAST, on) = -1 ENOPROTOOPT (Protocol not available)",
                        "  SO_BROADCAST: Java offers this socket no such option; see  options")
                .ends(4);
        typing.type("options . NODELAY on")
                .shows(
                        "setsockopt(3, NODELAY, on) = -1 ENOPROTOOPT (Protocol not available)",
                        "  NODELAY: Java offers this socket no such option (expected: TCP_NODELAY?)")
                .ends(4);
        typing.type("options . SO_LINGER 5s")
                .shows(
                        "setsockopt(3, SO_LINGER, 5s) = -1 EINVAL (Invalid argument)",
                        "  SO_LINGER: \"5s\" (expected: whole seconds without a unit, as 5, or off)")
                .ends(4);
        typing.type("options . SO_RCVBUF much")
                .shows(
                        "setsockopt(3, SO_RCVBUF, much) = -1 EINVAL (Invalid argument)",
                        "  SO_RCVBUF: \"much\" (expected: a whole number from 0 to 999999999)")
                .ends(4);
        typing.type("options . SO_KEEPALIVE maybe").ends(4);
        typing.type("options . SO_KEEPALIVE on off")
                .refuses("options: \"off\" (expected: nothing more; see  help options)");
    }
}
