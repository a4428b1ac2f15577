package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.service.EchoService;

class ServerSettingsTest {
    private static final InetSocketAddress LOCAL = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Service ECHO = new EchoService();
    private static final ServerSettings USUAL = ServerSettings.of(LOCAL, ECHO);

    @Test
    void everyLimitHasAnEverydayValue() {
        assertThat(USUAL)
                .isEqualTo(new ServerSettings(
                        LOCAL, ECHO, ServerStyle.ITERATIVE, 50, 10_000, Duration.ofSeconds(60), Duration.ZERO, 3));
    }

    @Test
    void oneThingChangesAtATime() {
        assertThat(USUAL.withStyle(ServerStyle.SELECTOR).style()).isEqualTo(ServerStyle.SELECTOR);
        assertThat(USUAL.withBacklog(7).backlog()).isEqualTo(7);
        assertThat(USUAL.withMostPeers(7).mostPeers()).isEqualTo(7);
        assertThat(USUAL.withIdleLimit(Duration.ofMillis(7)).idleLimit()).hasMillis(7);
        assertThat(USUAL.withMostAmplification(7).mostAmplification()).isEqualTo(7);
        assertThat(USUAL.withPauseBeforeRead(Duration.ofMillis(7)).pauseBeforeRead())
                .hasMillis(7);
        assertThat(USUAL.withStyle(ServerStyle.SELECTOR)
                        .withBacklog(50)
                        .withMostPeers(10_000)
                        .withIdleLimit(Duration.ofSeconds(60))
                        .withPauseBeforeRead(Duration.ZERO)
                        .withStyle(ServerStyle.ITERATIVE))
                .isEqualTo(USUAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void zeroNeverMeansNoLimit(int count) {
        assertThatThrownBy(() -> USUAL.withBacklog(count))
                .isInstanceOf(UsageException.class)
                .hasMessage("backlog: \"" + count + "\" (expected: 1 to 65535)");
        assertThatThrownBy(() -> USUAL.withIdleLimit(Duration.ofSeconds(count)))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("(expected: more than 0)");
        assertThatThrownBy(() -> USUAL.withMostPeers(count))
                .isInstanceOf(UsageException.class)
                .hasMessage("peers: \"" + count + "\" (expected: 1 or more)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aClientIsPatientForAWhile(int seconds) {
        Duration limit = Duration.ofSeconds(seconds);
        assertThatThrownBy(() -> new ClientSettings(LOCAL, limit))
                .isInstanceOf(UsageException.class)
                .hasMessage("limit: \"" + limit + "\" (expected: more than 0)");
    }

    @Test
    void nobodyWaitsANegativeTime() {
        Duration negative = Duration.ofMillis(-1);
        assertThatThrownBy(() -> Waiting.atMost(negative))
                .isInstanceOf(UsageException.class)
                .hasMessage("waiting: \"PT-0.001S\" (expected: a duration of 0 or more)");
        assertThatThrownBy(() -> Waiting.spinning(negative)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> USUAL.withPauseBeforeRead(negative))
                .isInstanceOf(UsageException.class)
                .hasMessage("pause: \"PT-0.001S\" (expected: 0 or more)");
        assertThat(Waiting.atMost(Duration.ZERO)).isEqualTo(Waiting.NOT_AT_ALL);
    }
}
