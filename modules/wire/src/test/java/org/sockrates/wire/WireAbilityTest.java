package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.UsageException;

class WireAbilityTest {
    @Test
    void inCiTheWireMustBeThere() {
        if (System.getenv("CI") != null) {
            assertThat(WireAbility.look().missing()).isEmpty();
            assertThat(Namespace.inside()).isTrue();
        }
    }

    @Test
    void whatIsMissingIsSaidWithItsMend() {
        WireAbility ability = new WireAbility(List.of(
                new WireAbility.Need("unshare", true, "/usr/bin/unshare", ""),
                new WireAbility.Need("ip", false, "not found", "install iproute2")));
        assertThat(ability.missing()).contains("ip: not found; install iproute2");
        assertThat(new WireUnavailableException(ability.missing().orElseThrow()))
                .hasMessage("wire: ip: not found; install iproute2; until then --path relay works here,"
                        + " without loss on TCP");
    }

    @Test
    void everyNeedThatIsThereSaysHowAndEveryOtherHowToMendIt() {
        List<WireAbility.Need> needs = WireAbility.look().needs();
        assertThat(needs).isNotEmpty();
        assertThat(needs).allMatch(need -> !need.told().isEmpty() && need.mend().isEmpty() == need.there());
    }

    @Test
    void aDeviceIsThereWhenItOpens(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tun"), "");
        assertThat(List.of(WireAbility.tun(file), WireAbility.tun(folder), WireAbility.tun(Path.of("/dev/null"))))
                .allMatch(need -> !need.there() && need.told().equals("no TUN device"));
        assertThat(WireAbility.tun(folder.resolve("none")).told()).isEqualTo("not there");
        assertThat(WireAbility.unopened("tun", new FileSystemException("tun", null, "No such device")))
                .extracting(WireAbility.Need::told)
                .isEqualTo("its driver is not loaded");
        assertThat(WireAbility.unopened("tun", new AccessDeniedException("tun")).mend())
                .startsWith("sudo chmod 666 tun;");
        Path device = Path.of("/dev/net/tun");
        if (Namespace.inside()) {
            assertThat(WireAbility.tun(device).told()).isEqualTo("may be opened");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void busyBoxIsNoIproute(boolean hard, @TempDir Path folder) throws IOException {
        Path box = command(folder.resolve("busybox"), "echo 'BusyBox v1.35.0' >&2; exit 1");
        Path link = folder.resolve("ip");
        Path made = hard ? Files.createLink(link, box) : Files.createSymbolicLink(link, box);
        assertThat(made).isExecutable();
        WireAbility.Need found = WireAbility.ip("/nowhere:" + folder);
        assertThat(found.there()).isFalse();
        assertThat(found.told()).isEqualTo(folder.resolve("ip") + " is BusyBox's");
        Files.createSymbolicLink(folder.resolve("unshare"), box);
        assertThat(WireAbility.program("unshare", "util-linux", folder.toString())
                        .there())
                .as("whether that one works is tried")
                .isTrue();
        assertThat(WireAbility.program("busybox", "busybox", "/nowhere").told()).isEqualTo("not found");
        Files.delete(link);
        command(link, "echo ip utility, iproute2-6.1.0");
        assertThat(WireAbility.ip(folder.toString()).there()).isTrue();
    }

    @Test
    void programsAreStartedByUtilLinux(@TempDir Path folder) throws IOException {
        assertThat(WireAbility.noPrograms("/nowhere")).contains("setpriv: not found; install util-linux");
        for (String name : List.of("setpriv", "unshare")) {
            command(folder.resolve(name), "echo 'BusyBox v1.35.0' >&2; exit 1");
        }
        String told = " is BusyBox's; install util-linux, and have it first on the PATH";
        assertThat(WireAbility.noPrograms(folder.toString())).contains("setpriv: " + folder.resolve("setpriv") + told);
        command(folder.resolve("setpriv"), "echo setpriv from util-linux 2.38.1");
        assertThat(WireAbility.noPrograms(folder.toString())).contains("unshare: " + folder.resolve("unshare") + told);
        command(folder.resolve("unshare"), "echo unshare from util-linux 2.38.1");
        assertThat(WireAbility.noPrograms(folder.toString())).contains("setsid: not found; install util-linux");
        command(folder.resolve("setsid"), "exit 0");
        assertThat(WireAbility.noPrograms(folder.toString())).isEmpty();
    }

    private static Path command(Path file, String script) throws IOException {
        return Files.setPosixFilePermissions(
                Files.writeString(file, "#!/bin/sh\n" + script + "\n"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void outsideANamespaceThereIsNoWire() {
        if (!Namespace.inside()) {
            assertThatThrownBy(() -> Wire.open(WireSettings.USUAL, LinkSpec.NONE))
                    .isInstanceOf(WireUnavailableException.class);
        }
    }

    /** Where the tests run outside of a namespace, which is the machine's own. */
    @Test
    void outsideANamespaceNothingIsSet() throws IOException {
        if (!Namespace.inside()) {
            TcpSettings settings = TcpSettings.here();
            Map<String, Optional<String>> before = settings.values();
            assertThatThrownBy(() -> settings.set("sack", "off")).isInstanceOf(WireUnavailableException.class);
            assertThatThrownBy(() -> settings.profile(TcpSettings.TEXTBOOK))
                    .isInstanceOf(WireUnavailableException.class);
            assertThat(settings.values()).isEqualTo(before);
        }
    }

    @Test
    void limitsAreNumbers() {
        assertThatThrownBy(() -> WireSettings.USUAL.withMtu(500))
                .isInstanceOf(UsageException.class)
                .hasMessage("wire: mtu: \"500\" (expected: 1280 to 65535)");
        assertThatThrownBy(() -> WireSettings.USUAL.withMostHeldBytes(0)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> WireSettings.USUAL.withMostLogged(0)).isInstanceOf(UsageException.class);
        assertThat(WireSettings.USUAL.withMtu(9000).mtu()).isEqualTo(9000);
    }
}
