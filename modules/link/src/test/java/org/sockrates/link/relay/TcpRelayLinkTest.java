package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketHost;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.rule.Verdict;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Payload;

/** What a link does to the streams of a relay, and what it must not do to them. */
@Timeout(30)
class TcpRelayLinkTest {
    @AutoClose
    private final TcpStage stage = new TcpStage();

    @Test
    void delaysAStream() throws IOException {
        TcpRelay relay = stage.relay("delay 30ms");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        long start = System.nanoTime();
        TcpStage.send(client, "late");
        assertThat(TcpStage.read(served, 4)).isEqualTo("late");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(30), Duration.ofSeconds(2));
        assertThat(relay.log()).singleElement().satisfies(piece -> {
            assertThat(piece.verdict()).isEqualTo(Verdict.DELAYED);
            assertThat(piece.rule()).isEqualTo("delay");
            assertThat(piece.dueNanos() - piece.timeNanos()).isEqualTo(30_000_000);
            assertThat(piece.from()).isEqualTo(client.getLocalSocketAddress());
            assertThat(piece.to()).isEqualTo(relay.target());
        });
    }

    /** As many full segments of 1448 bytes as it says, however much could be read at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void holdsNoMoreThanTheLimitSays(int segments) throws IOException {
        TcpRelay relay = stage.relay("delay 300ms limit " + segments);
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        int count = 3 * segments * 1448;
        long start = System.nanoTime();
        TcpStage.send(client, "x".repeat(count));
        assertThat(TcpStage.read(served, count)).hasSize(count);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
        assertThat(relay.log()).allSatisfy(piece -> assertThat(piece.bytes()).isLessThanOrEqualTo(segments * 1448));
    }

    /**
     * Of a sender that always has more a segment leaves as soon as the wire is done with the one before it, or so long after
     * the one whose room it has as it travels: however late the relay came to read it, so that a later one is on time again.
     */
    @ParameterizedTest
    @CsvSource({
        "rate 2316800bit limit 1, 1, 5000000",
        "rate 2316800bit limit 7, 1, 5000000",
        "delay 15ms rate 2316800bit limit 9, 1, 5000000",
        "delay 15ms limit 3, 3, 15000000"
    })
    void aLimitLeavesNoWireIdle(String link, int behind, long nanos) throws IOException {
        TcpRelay relay = stage.relay(link);
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        int segments = 36;
        TcpStage.send(client, "x".repeat(segments * 1448));
        TcpStage.read(served, segments * 1448);
        List<PassedPacket> pieces = relay.log();
        // when each lane began, were no piece late: in the first half and in the second
        Map<Integer, Long> first = new HashMap<>();
        Map<Integer, Long> second = new HashMap<>();
        assertThat(pieces).hasSize(segments).allMatch(piece -> piece.bytes() == 1448);
        for (int i = 0; i < pieces.size(); i++) {
            long begin = pieces.get(i).dueNanos() - i / behind * nanos;
            (i < segments / 2 ? first : second).merge(i % behind, begin, Math::min);
        }
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "delay 5ms 4ms", "rate 800mbit", "delay 2ms limit 20"})
    void carriesManyBytesUnchangedWhenTheReaderIsSlowToBegin(String link) throws Exception {
        TcpRelay relay = stage.relay(link);
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        byte[] bytes = new byte[24 << 20];
        Payload.pattern(0, bytes.length).get(bytes);
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
            try {
                client.getOutputStream().write(bytes);
                client.shutdownOutput();
            } catch (IOException ends) {
                throw new UncheckedIOException(ends);
            }
        });
        await().until(() -> relay.report().inBytes() > 1 << 20);
        assertThat(served.getInputStream().readAllBytes()).isEqualTo(bytes);
        sent.get(5, TimeUnit.SECONDS);
        await().untilAsserted(() -> {
            LinkReport report = relay.report();
            assertThat(report.queued()).isZero();
            assertThat(report.outBytes()).isEqualTo(bytes.length);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "loss 5%,loss,a dropped chunk is corruption",
        "loss gemodel 5%,loss,a dropped chunk is corruption",
        "upstream loss 1%,loss,a dropped chunk is corruption",
        "drop 3,drop 3,a dropped chunk is corruption",
        "duplicate 1%,duplicate,a chunk that comes twice is corruption",
        "delay 5ms reorder 5%,reorder,a chunk that overtakes is corruption",
        "corrupt 1%,corrupt,a flipped bit is sent on with a checksum that fits",
        "delay 5ms packets 2,delay 5ms packets 2,a stream has no packets to count"
    })
    void refusesWhatAStreamCannotHave(String link, String word, String reason) {
        assertThatThrownBy(() -> stage.relay(link))
                .isInstanceOf(UsageException.class)
                .hasMessage("link: " + word + " on tcp over relay: not possible in user space, " + reason
                        + "; use the path wire or sim");
    }

    @Test
    void namesTheTransportThatCannotHaveIt() {
        RelaySettings settings = RelaySettings.of("messages", TcpStage.loopback(0), TcpStage.loopback(9));
        assertThatThrownBy(() -> new TcpRelay(settings, LinkSpec.parse("loss 5%"), SystemClock.INSTANCE))
                .hasMessageStartingWith("link: loss on messages over relay: not possible in user space");
    }

    @Test
    void changesTheLinkOfConnectionsThatStand() throws IOException {
        TcpRelay relay = stage.relay("");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "a");
        TcpStage.read(served, 1);
        relay.use(LinkSpec.parse("delay 30ms"));
        long start = System.nanoTime();
        TcpStage.send(client, "b");
        TcpStage.read(served, 1);
        assertThat(System.nanoTime() - start).isGreaterThan(30_000_000);
        assertThat(relay.link().text()).isEqualTo("delay 30ms");
        assertThatThrownBy(() -> relay.use(LinkSpec.parse("loss 5%"))).isInstanceOf(UsageException.class);
        assertThat(relay.link().text()).isEqualTo("delay 30ms");
    }

    @Test
    void aPauseHoldsEverythingBack() throws IOException {
        TcpRelay relay = stage.relay("");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        relay.pause();
        assertThat(relay.paused()).isTrue();
        TcpStage.send(client, "held");
        served.setSoTimeout(50);
        assertThatThrownBy(() -> served.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        await().until(() -> relay.report().queued() == 1);
        relay.resume();
        served.setSoTimeout(5000);
        assertThat(TcpStage.read(served, 4)).isEqualTo("held");
        assertThat(relay.paused()).isFalse();
    }

    @Test
    void aStreamHasNoPacketsToChooseFrom() throws IOException {
        TcpRelay relay = stage.relay("");
        assertThatThrownBy(() -> PacketHost.of(relay, "drop next"))
                .isInstanceOf(UsageException.class)
                .hasMessage("link: drop next on tcp over relay: a stream has no packets to choose from;"
                        + " use the path wire");
    }
}
