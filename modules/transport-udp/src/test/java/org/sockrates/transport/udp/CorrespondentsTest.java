package org.sockrates.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Service;
import org.sockrates.transport.service.DiscardService;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.service.ReplyService;

/** Who is answered, and how much: decided here, without a socket. The strangers are of RFC 5737 and RFC 3849. */
class CorrespondentsTest {
    private final Changing service = new Changing();
    private final ServerSettings settings = ServerSettings.of(address("0.0.0.0", 0), service);
    private final Correspondents correspondents = new Correspondents(settings);
    private int received;
    private int sent;

    /** One that answers now so, now so, whom it knows as before. */
    private static final class Changing implements Service {
        private Service now = new EchoService();

        @Override
        public String name() {
            return now.name();
        }

        @Override
        public @Nullable ByteBuffer answer(ByteBuffer message) {
            return now.answer(message);
        }
    }

    private static InetSocketAddress address(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Service replying(int bytes) {
        return new ReplyService(new byte[bytes]);
    }

    /** A datagram of so many bytes comes; answers how many go back, or null for none. */
    private @Nullable Integer comes(Service now, InetSocketAddress from, int bytes) {
        received += bytes;
        service.now = now;
        ByteBuffer answer = correspondents.answer(from, ByteBuffer.allocate(bytes));
        if (answer == null) {
            return null;
        }
        correspondents.sent(from, answer.remaining());
        sent += answer.remaining();
        return answer.remaining();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "2001:db8::7", "224.0.0.1", "0.0.0.0"})
    void aStrangerIsSentAtMostThreeTimesWhatCameFromThere(String host) {
        InetSocketAddress stranger = address(host, 4000);
        assertThat(comes(replying(30), stranger, 10)).isEqualTo(30);
        assertThat(comes(replying(31), stranger, 10)).isNull();
        assertThat(comes(replying(30), stranger, 0))
                .as("what was saved up may be used")
                .isEqualTo(30);
        assertThat(comes(replying(1), stranger, 0)).isNull();
        assertThat(sent).isEqualTo(3 * received);
    }

    @Test
    void whereNobodyCanBeHarmedItMayBeMore() {
        Correspondents secluded = new Correspondents(settings.withMostAmplification(65_507));
        service.now = replying(60_000);
        ByteBuffer question = ByteBuffer.allocate(1);
        assertThat(secluded.answer(address("10.77.0.2", 4000), question)).isNotNull();
        assertThat(secluded.answer(address("10.77.0.2", 0), question)).isNull();
    }

    @Test
    void anAnswerThatCouldNotBeSentIsNotCharged() {
        InetSocketAddress stranger = address("203.0.113.7", 4000);
        service.now = replying(30);
        correspondents.answer(stranger, ByteBuffer.allocate(10));
        assertThat(comes(replying(30), stranger, 0)).isEqualTo(30);
    }

    @Test
    void whoSaysNothingIsToldNothing() {
        assertThat(comes(replying(1), address("203.0.113.7", 4000), 0)).isNull();
        assertThat(comes(new EchoService(), address("203.0.113.7", 4000), 0)).isZero();
    }

    @Test
    void everyStrangerHasAnAccountOfHisOwn() {
        assertThat(comes(replying(30), address("203.0.113.7", 4000), 10)).isEqualTo(30);
        assertThat(comes(replying(30), address("203.0.113.7", 4001), 9)).isNull();
        assertThat(comes(replying(30), address("203.0.113.8", 4000), 10)).isEqualTo(30);
        assertThat(correspondents.counts(1).peers()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1"})
    void onLoopbackNobodyCanBeHarmed(String host) {
        assertThat(comes(replying(60_000), address(host, 4000), 1)).isEqualTo(60_000);
        assertThat(comes(replying(60_000), address(host, 4000), 0)).isEqualTo(60_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "203.0.113.7"})
    void portZeroIsNeverAnswered(String host) {
        assertThat(comes(new EchoService(), address(host, 0), 1000)).isNull();
        assertThat(correspondents.counts(1).messages()).isOne();
    }

    @Test
    void aSilentServiceStaysSilent() {
        assertThat(comes(new DiscardService(), address("203.0.113.7", 4000), 1000))
                .isNull();
        assertThat(comes(new DiscardService(), address("127.0.0.1", 4000), 1000))
                .isNull();
    }

    @Test
    void whateverComesNobodyGetsMoreThanThreeTimes() {
        for (int bytes = 0; bytes < 200; bytes++) {
            comes(replying(bytes * 7 % 500), address("203.0.113.7", 4000), bytes);
            assertThat(sent).isLessThanOrEqualTo(3 * received);
        }
        assertThat(sent).isPositive();
    }

    @Test
    void whoWasSilentLongestIsForgottenAndBeginsAnew() {
        InetSocketAddress first = address("203.0.113.7", 1);
        InetSocketAddress kept = address("203.0.113.7", 2);
        comes(new EchoService(), first, 100);
        for (int i = 0; i < 10_000; i++) {
            comes(new EchoService(), kept, 1);
            comes(new EchoService(), address("198.51.100.1", 10_000 + i), 1);
        }
        assertThat(comes(replying(60), first, 0))
                .as("its 200 unused bytes are forgotten")
                .isNull();
        assertThat(comes(replying(60), kept, 0))
                .as("who writes often is remembered")
                .isEqualTo(60);
    }

    @Test
    void whoIsForgottenIsNotCountedTwice() {
        for (int i = 0; i < 30_000; i++) {
            comes(new EchoService(), address("198.51.100.1", 10_000 + i % 10_000), 1);
        }
        assertThat(correspondents.counts(1).peers()).isEqualTo(10_000);
        comes(new EchoService(), address("198.51.100.1", 1), 1);
        assertThat(correspondents.counts(1).peers()).isEqualTo(10_001);
        assertThat(correspondents.counts(1).morePeers()).isFalse();
        comes(new EchoService(), address("198.51.100.1", 10_000), 1);
        assertThat(correspondents.counts(1).peers()).isEqualTo(10_001);
        assertThat(correspondents.counts(1).morePeers()).isTrue();
    }

    @Test
    void countsWhatCameAndWhatWent() {
        comes(new EchoService(), address("127.0.0.1", 4000), 7);
        comes(new DiscardService(), address("127.0.0.1", 4000), 5);
        correspondents.sent(address("203.0.113.9", 1), 3);
        assertThat(correspondents.counts(1).receivedBytes()).isEqualTo(12);
        assertThat(correspondents.counts(1).sentBytes()).isEqualTo(10);
        assertThat(correspondents.counts(1).peers()).isOne();
        assertThat(correspondents.counts(0).openSockets()).isZero();
    }
}
