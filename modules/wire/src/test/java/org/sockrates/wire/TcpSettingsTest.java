package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.UsageException;

@InNamespace
class TcpSettingsTest {
    private final TcpSettings settings = TcpSettings.here();

    @AfterEach
    void asItWas() throws IOException {
        settings.restore();
    }

    @ParameterizedTest
    @CsvSource({
        "sack, off, tcp_sack, 0",
        "tlp, on, tcp_early_retrans, 3",
        "metrics, off, tcp_no_metrics_save, 1",
        "syn-retries, 3, tcp_syn_retries, 3",
        "retries, 12, tcp_retries2, 12",
        "ecn, 2, tcp_ecn, 2",
        "congestion, reno, tcp_congestion_control, reno"
    })
    void putsOneSwitchAndShowsItAsItWasTyped(String name, String typed, String file, String kernel) throws IOException {
        settings.set(name, typed);
        assertThat(Files.readAllLines(Path.of("/proc/sys/net/ipv4", file))).containsExactly(kernel);
        assertThat(settings.values()).containsKey(name);
        assertThat(TcpSetting.of(name).sysctl()).isEqualTo("net.ipv4." + file);
    }

    @Test
    void aTimeIsShownAsATime() throws IOException {
        Optional<String> least = TcpSetting.RTO_MIN.value();
        if (least.isPresent()) { // from Linux 6.11 on
            settings.set("rto-min", "300ms");
            assertThat(TcpSetting.RTO_MIN.value()).contains("300ms");
            settings.restore();
            assertThat(TcpSetting.RTO_MIN.value()).isEqualTo(least);
        }
    }

    @Test
    void theTextbookHasNoneOfTheInventionsAndShippedHasThemAgain() throws IOException {
        Map<String, Optional<String>> before = settings.values();
        settings.profile(TcpSettings.TEXTBOOK);
        for (String name : List.of("sack", "dsack", "rack", "tlp", "frto", "timestamps", "ecn")) {
            assertThat(settings.values().get(name)).as(name).contains("off");
        }
        assertThat(TcpSetting.CONGESTION.value()).contains("reno");
        settings.profile(TcpSettings.SHIPPED);
        assertThat(settings.values()).isEqualTo(before);
    }

    /** RFC 6298 §5.5; Linux' first four are a second apart from 6.5 on. */
    @Test
    void inTheTextbookEverySynWaitsTwiceAsLongAsTheOneBefore() throws IOException {
        if (TcpSetting.SYN_LINEAR.value().isPresent()) {
            settings.profile(TcpSettings.TEXTBOOK);
            assertThat(Files.readAllLines(Path.of("/proc/sys/net/ipv4/tcp_syn_linear_timeouts")))
                    .containsExactly("0");
        }
    }

    @Test
    void tellsEachSwitchWithWhatAProfileMakesOfIt() throws IOException {
        settings.profile(TcpSettings.SHIPPED);
        assertThat(settings.switches()).hasSize(TcpSetting.values().length).noneMatch(TcpSwitch::changed);
        settings.set("sack", "off");
        settings.set("retries", "7");
        Map<String, TcpSwitch> switches =
                settings.switches().stream().collect(Collectors.toMap(TcpSwitch::word, each -> each));
        assertThat(switches.values())
                .filteredOn(TcpSwitch::changed)
                .extracting(TcpSwitch::word)
                .containsExactlyInAnyOrder("sack", "retries");
        assertThat(switches.get("sack").shipped()).contains("on");
        assertThat(switches.get("retries").textbook())
                .isEqualTo(switches.get("retries").shipped());
        settings.profile(TcpSettings.TEXTBOOK);
        assertThat(settings.switches()).allMatch(each -> each.now().equals(each.textbook()));
        assertThat(TcpSettings.beyondTextbook()).contains("sack", "ecn").doesNotContain("congestion", "autocorking");
    }

    @Test
    void aCongestionControlThatIsOfferedCanBeHad() throws IOException {
        String now = TcpSetting.CONGESTION.value().orElseThrow();
        List<String> offered = settings.congestionControls();
        assertThat(TcpSettings.listedControls()).containsAll(offered);
        assertThat(offered).startsWith(now).contains("reno");
        assertThat(TcpSetting.CONGESTION.value()).contains(now);
        for (String control : offered) {
            settings.set("congestion", control);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sock|on|tcp: \"sock\" (expected: sack?)",
                "sack|yes|tcp: sack: \"yes\" (expected: on or off)",
                "syn-retries|0|tcp: syn-retries: \"0\" (expected: a whole number from 1 to 127)",
                "rto-min|200|tcp: rto-min: \"200\" (expected: a duration with its unit: 200ms)",
                "congestion|../x|tcp: congestion: \"../x\" (expected: a name, such as reno, cubic, bbr)"
            })
    void whatCannotBeMeantIsRefused(String name, String value, String message) {
        assertThatThrownBy(() -> settings.set(name, value))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatTheKernelRefusesIsAnErrorOfTheWorld() {
        assertThatThrownBy(() -> settings.set("congestion", "nonesuch"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "tcp: congestion: nonesuch is refused by this kernel (expected: a value it takes");
        assertThatThrownBy(() -> settings.profile("text"))
                .isInstanceOf(UsageException.class)
                .hasMessage("tcp: profile: \"text\" (expected: textbook shipped)");
    }
}
