package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sockrates.transport.testkit.Errnos.assertErrno;
import static org.sockrates.transport.testkit.contract.ServingPromises.ask;
import static org.sockrates.transport.testkit.contract.ServingPromises.receive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sockrates.transport.Client;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.Service;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.service.ChargenService;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.service.ReplyService;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** Servers with connections, in every style: many peers, bad ones, slow ones, and a farewell that loses nothing. */
interface StreamServingPromises extends ServingPromises {
    private Serving serve(ServerStyle style, Service service) throws Exception {
        return serve(style, settings(service));
    }

    private Serving serve(ServerStyle style, ServerSettings settings) throws Exception {
        needsConnections();
        needs(style != ServerStyle.SELECTOR || bench().open().selectable().isPresent(), "selectable");
        assumeTrue(
                style != ServerStyle.VIRTUAL || Runtime.version().feature() >= 21,
                "Java " + Runtime.version().feature() + " has no virtual threads");
        return serve(settings.withStyle(style));
    }

    private TransportSocket connected(Serving serving) throws Exception {
        TransportSocket socket = bench().open();
        socket.connect(serving.address());
        return socket;
    }

    @ParameterizedTest
    @EnumSource
    default void everyStyleServesOnePeerAfterTheOther(ServerStyle style) throws Exception {
        Serving serving = serve(style, new EchoService());
        for (int i = 0; i < 3; i++) {
            Client client = serving.client();
            assertThat(ask(client, "hello " + i)).isEqualTo("hello " + i);
            client.finish();
            assertThat(receive(client)).isEqualTo("END");
            client.close();
        }
        Bench.until(() -> serving.server().counts().openSockets() == 1);
        assertThat(serving.server().counts().peers()).isEqualTo(3);
    }

    @Test
    default void aStyleThatThisJavaLacksIsRefusedWhenTheServerIsMade() {
        needsConnections();
        assumeTrue(Runtime.version().feature() < 21, "virtual threads are here");
        ServerSettings virtual = settings(new EchoService()).withStyle(ServerStyle.VIRTUAL);
        assertThatThrownBy(() -> bench().transport().server(virtual)).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @EnumSource
    default void aLimitMayBeAsLongAsThereAre(ServerStyle style) throws Exception {
        ServerSettings settings = settings(new EchoService()).withIdleLimit(ChronoUnit.FOREVER.getDuration());
        Serving serving = serve(style, settings);
        assertThat(ask(client(serving), "hello")).isEqualTo("hello");
        Serving slow = serve(style, settings.withPauseBeforeRead(ChronoUnit.FOREVER.getDuration()));
        assertThat(client(slow)).isNotNull();
        Bench.until(() -> slow.server().counts().peers() == 1);
        slow.close();
        assertThat(slow.thread().done()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ITERATIVE")
    default void manyPeersAreServedSideBySide(ServerStyle style) throws Exception {
        Serving serving = serve(style, new EchoService());
        Client first = client(serving);
        Client second = client(serving);
        assertThat(ask(second, "second")).isEqualTo("second");
        assertThat(ask(first, "first")).isEqualTo("first");
        assertThat(serving.server().counts().openSockets()).isEqualTo(3);
    }

    @Test
    default void anIterativeServerLetsTheSecondWait() throws Exception {
        Serving serving = serve(ServerStyle.ITERATIVE, new EchoService());
        Client first = client(serving);
        assertThat(ask(first, "first")).isEqualTo("first");
        Client second = unopened(serving.address(), Duration.ofMillis(40));
        second.open();
        assertErrno(Errno.EAGAIN, () -> ask(second, "second"));
        first.close();
        await().atMost(Bench.LIMIT)
                .ignoreExceptions()
                .until(() -> receive(second).equals("second"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ITERATIVE")
    default void noMorePeersThanAllowedAreServed(ServerStyle style) throws Exception {
        Serving serving = serve(style, settings(new EchoService()).withMostPeers(1));
        Client first = client(serving);
        assertThat(ask(first, "first")).isEqualTo("first");
        Client second = client(serving);
        second.send(Payload.of("second"));
        assertThat(ask(first, "still first")).isEqualTo("still first");
        assertThat(serving.server().counts().peers()).isOne();
        first.close();
        assertThat(receive(second)).isEqualTo("second");
    }

    @ParameterizedTest
    @EnumSource
    default void oneBadPeerDoesNotEndTheServer(ServerStyle style) throws Exception {
        Serving serving = serve(style, new EchoService());
        for (int i = 0; i < 3; i++) {
            TransportSocket rude = connected(serving);
            rude.send(Payload.pattern(0, upTo(10_000)));
            rude.abort();
            TransportSocket silent = connected(serving);
            silent.close();
        }
        assertThat(ask(client(serving), "hello")).isEqualTo("hello");
    }

    /** And an end of the stream would say that this was the whole answer. */
    @ParameterizedTest
    @EnumSource
    default void aServiceThatThrowsResetsThatPeerAndServesTheOthers(ServerStyle style) throws Exception {
        FaultyService faulty = new FaultyService(true);
        Serving serving = serve(style, faulty);
        assertErrno(Errno.ECONNRESET, () -> Bench.receive(connected(serving))); // perhaps while it connects
        TransportSocket second = connected(serving);
        second.send(Payload.of(FaultyService.FATAL));
        assertErrno(Errno.ECONNRESET, () -> Bench.receive(second));
        assertThat(ask(client(serving), "hello")).isEqualTo("hello");
        assertThat(faulty.told()).extracting(Throwable::getMessage).containsExactly("unasked", "answer");
        Bench.until(() -> serving.server().counts().openSockets() == 2);
    }

    @ParameterizedTest
    @EnumSource
    default void whoSaysAnEmptyBufferUnaskedSaysNothingAndListens(ServerStyle style) throws Exception {
        Serving serving = serve(style, new WordlessService());
        Client client = client(serving);
        assertThat(ask(client, "hello")).isEqualTo("hello");
        client.close();
        Bench.until(() -> serving.server().counts().openSockets() == 1);
    }

    @ParameterizedTest
    @EnumSource
    default void aSilentPeerIsSentHome(ServerStyle style) throws Exception {
        Serving serving = serve(style, settings(new EchoService()).withIdleLimit(Duration.ofMillis(50)));
        TransportSocket silent = connected(serving);
        assertThat(Bench.receive(silent)).isEqualTo("END");
        Bench.until(() -> serving.server().counts().openSockets() == 1);
    }

    @ParameterizedTest
    @EnumSource
    default void aPeerThatDoesNotReadIsSentHomeToo(ServerStyle style) throws Exception {
        Serving serving = serve(style, settings(new ChargenService()).withIdleLimit(Duration.ofMillis(50)));
        connected(serving);
        Bench.until(() -> serving.server().counts().peers() == 1);
        Bench.until(() -> serving.server().counts().openSockets() == 1);
    }

    @ParameterizedTest
    @EnumSource
    default void stoppingLosesNoReplyUnderWay(ServerStyle style) throws Exception {
        needsStream();
        Service reply = new ReplyService("the answer".getBytes(StandardCharsets.US_ASCII));
        ServerSettings slow = settings(reply).withPauseBeforeRead(Duration.ofMillis(20));
        Serving serving = serve(style, slow);
        TransportSocket client = connected(serving);
        client.send(Payload.of("question"));
        Bench.until(() -> serving.server().counts().sentBytes() == 10);
        client.send(Payload.of("a question that is not read before the server stops"));
        bench().start(() -> {
            serving.close();
            return null;
        });
        ByteBuffer into = ByteBuffer.allocate(100);
        while (client.receive(into) != TransportSocket.END_OF_STREAM) {
            // a reset would throw
        }
        assertThat(Payload.text(into.flip())).startsWith("the answer");
        client.close();
    }

    @Test
    default void aClientThatIsCutOffSaysHowMuchWasHandedOver() throws Exception {
        needsStream();
        TransportSocket door = bench().listening();
        Client client = unopened(Bench.local(door), Bench.LIMIT);
        client.open();
        TransportSocket reader = bench().accept(door);
        int size = 1 << 25;
        Task<Throwable> send = bench().start(() -> catchThrowable(() -> client.send(Payload.pattern(0, size))));
        assertThat(reader.receive(ByteBuffer.allocate(1)))
                .as("some of it is handed over")
                .isEqualTo(1);
        send.awaitBlocked();
        reader.abort();
        assertThat(send.result())
                .isInstanceOf(SocketCallException.class)
                .hasMessageMatching("send: (Connection reset by peer|Broken pipe); [1-9][0-9]* of " + size
                        + " bytes handed (to the kernel|over), delivery unknown");
        String handed = String.valueOf(send.result().getMessage()).replaceFirst(".*; ([0-9]+) of .*", "$1");
        assertThat(Long.parseLong(handed)).as("it was stuck").isLessThan(size);
    }

    @ParameterizedTest
    @EnumSource
    default void closeEndsServingThoughPeersAreConnected(ServerStyle style) throws Exception {
        Serving serving = serve(style, new EchoService());
        Client client = client(serving);
        ask(client, "hello");
        connected(serving);
        serving.close();
        assertThat(serving.thread().done()).isTrue();
        assertThat(serving.server().counts().openSockets()).isZero();
        assertThat(receive(client)).isEqualTo("END");
        assertErrno(Errno.ECONNREFUSED, () -> bench().open().connect(serving.address()));
    }

    @ParameterizedTest
    @EnumSource
    default void aBigEchoComesBackWhole(ServerStyle style) throws Exception {
        needsStream();
        Serving serving = serve(style, new EchoService());
        TransportSocket client = connected(serving);
        int size = 4_000_000;
        bench().start(() -> {
            ByteBuffer all = Payload.pattern(5, size);
            while (all.hasRemaining()) {
                client.send(all);
            }
            client.shutdown(Direction.OUT);
            return null;
        });
        ByteBuffer into = ByteBuffer.allocateDirect(size + 1);
        while (client.receive(into) != TransportSocket.END_OF_STREAM) {
            // until the server has sent everything back
        }
        assertThat(into.flip()).isEqualTo(Payload.pattern(5, size));
    }

    @ParameterizedTest
    @EnumSource
    default void chargenFloodsOnePeerAndServesTheOthers(ServerStyle style) throws Exception {
        assumeTrue(style != ServerStyle.ITERATIVE, "an iterative server has one peer at a time");
        Serving serving = serve(style, new ChargenService());
        TransportSocket flooded = connected(serving);
        assertThat(Bench.receive(flooded, 100_000)).hasSize(100_000);
        assertThat(receive(client(serving))).contains("\r\n");
    }
}
