package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** A fresh network namespace, as containers have them: its loopback interface is down. */
@NeedsWire
class OddMachineTest extends OwnMachine {
    private static final String DOWN = "the loopback interface is down:  sudo ip link set lo up";

    @Test
    void doctorFindsTheLoopbackDown() throws Exception {
        Ended ended = there("doctor");
        assertThat(ended.out())
                .anyMatch(line -> line.matches("loopback +no " + DOWN))
                .anyMatch(line -> line.matches("interfaces +no +none is up and has an address"));
        assertThat(ended.status()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare boundaries", "compare boundaries --path relay"})
    void nothingIsComparedWhereNothingPasses(String words) throws Exception {
        assertThat(there(words.split(" ", -1))).isEqualTo(new Ended(5, List.of(), List.of("compare: " + DOWN)));
    }

    @Test
    void aLoopbackWithoutIpv4IsNotSaidToBeDown() throws Exception {
        String bare = "ip link set lo up && ip addr del 127.0.0.1/8 dev lo && exec \"$0\" \"$@\"";
        Ended ended = inside(List.of("sh", "-c", bare), "compare", "boundaries");
        assertThat(ended)
                .isEqualTo(new Ended(
                        5,
                        List.of(),
                        List.of("compare: the loopback interface has no 127.0.0.1:"
                                + "  sudo ip addr add 127.0.0.1/8 dev lo")));
    }

    @Test
    void whatThisMachineForbidsIsNeitherABroadcastNorAPort() throws Exception {
        Files.write(
                folder.resolve("calls"),
                List.of("socket tcp", "connect 3 10.66.0.1 80", "socket udp", "sendto 4 10.66.0.1 9 hi"));
        List<String> prohibited =
                List.of("sh", "-c", "ip link set lo up && ip route add prohibit 10.66.0.0/16 && exec \"$0\" \"$@\"");
        String rules = "a prohibit route of this machine forbids it";
        assertThat(inside(prohibited, "client", "tcp", "10.66.0.1", "80", "hi").err())
                .containsExactly("client: tcp 10.66.0.1:80: " + rules);
        assertThat(inside(prohibited, "client", "udp", "127.255.255.255", "5000", "hi")
                        .err())
                .containsExactly(
                        "client: udp 127.255.255.255:5000: a broadcast, which takes SO_BROADCAST:  explain broadcast");
        assertThat(inside(prohibited, "source", folder.resolve("calls") + "").out())
                .filteredOn(line -> line.startsWith("  "))
                .containsExactly("  " + rules, "  " + rules);
    }

    @Test
    void noProgramIsMarkedDownForIt() throws Exception {
        Ended ended = there("run", "01");
        assertThat(ended.out()).first().asString().startsWith("skipped");
        assertThat(String.join(" ", ended.out())).contains(DOWN);
        assertThat(ended.status()).isEqualTo(5);
    }

    @Test
    void virtualTimeNeedsNoInterface() throws Exception {
        assertThat(there("compare", "boundaries", "--path", "sim").status()).isZero();
    }

    /** As one whose home is elsewhere finds it on the wire, or whose disk may only be read: JNA cannot unpack its library. */
    @ParameterizedTest
    @ValueSource(strings = {"-Djna.nounpack=true", "-Djna.tmpdir=/proc/nowhere"})
    void doctorStandsWhereNoNativeCallCanBeMade(String cannot) throws Exception {
        sockrates.variable("JAVA_TOOL_OPTIONS", cannot + " -Djna.nosys=true -Djava.io.tmpdir=" + folder);
        sockrates.variable("SOCKRATES_NAMESPACE", "net:[1]");
        Ended ended = there("doctor");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .anyMatch(line -> line.matches("native calls +no .*"))
                .anyMatch(line -> line.matches("io_uring +no JNA cannot load its library .*"));
    }

    /** Of an account the system does not know Java says that it lives at "?". */
    @Test
    void whoHasNoHomeFindsNothingOfItWhereItWasCalled() throws Exception {
        sockrates.variable("JAVA_TOOL_OPTIONS", "-Duser.home=? -Djna.nosys=true -Djava.io.tmpdir=" + folder);
        assertThat(sockrates.run("doctor").out()).anyMatch(line -> line.matches("native calls +ok .*"));
        assertThat(sockrates.work()).isEmptyDirectory();
    }

    @Test
    void aJavaThatMayNotUseIpv6IsNotAMachineWithoutIt() throws Exception {
        sockrates.variable("JAVA_TOOL_OPTIONS", "-Djava.net.preferIPv4Stack=true -Djava.io.tmpdir=" + folder);
        assertThat(sockrates.read("socket tcp --ipv6\n").out())
                .contains("  Java uses IPv4 alone here, by its option -Djava.net.preferIPv4Stack=true");
        assertThat(sockrates.run("server", "tcp", "::1", "0").err())
                .containsExactly(
                        "server: tcp [::1]:0: Java uses IPv4 alone here, by its option -Djava.net.preferIPv4Stack=true");
    }

    @Test
    void whereTheEnvironmentHasNoPathTheShellsIsHandedOn() throws Exception {
        assertThat(sockrates.without("PATH").run("doctor").out()).anyMatch(line -> line.matches("unshare +ok .*"));
    }

    private Ended there(String... words) throws IOException, InterruptedException {
        return inside(List.of(), words);
    }

    /** @param before what starts the program there */
    private Ended inside(List<String> before, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Tools.find("unshare").orElseThrow() + "", "-rn"));
        line.addAll(before);
        line.add(Sockrates.launcher().toString());
        line.addAll(List.of(words));
        ProcessBuilder builder =
                sockrates.command(line).redirectInput(Path.of("/dev/null").toFile());
        return Started.start(builder, folder.resolve("said")).ended();
    }
}
