package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerCounts;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Service;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.service.ChargenService;
import org.sockrates.transport.service.DiscardService;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.service.PingerService;
import org.sockrates.transport.service.ReplyService;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;

/** The two roles over any transport, whatever the style: the services, the counts, and how serving begins and ends. */
interface ServingPromises extends Promises {
    default ServerSettings settings(Service service) {
        return ServerSettings.of(bench().loopback(0), service);
    }

    default Serving serve(Service service) throws Exception {
        return serve(settings(service));
    }

    default Serving serve(ServerSettings settings) throws Exception {
        return bench().closing(Serving.start(bench().transport(), settings));
    }

    default Client client(Serving serving) throws Exception {
        return bench().closing(serving.client());
    }

    /** A client that is not open yet. */
    default Client unopened(InetSocketAddress server, Duration limit) {
        return bench().closing(bench().transport().client(new ClientSettings(server, limit)));
    }

    /** The next piece of a reply, or END. */
    static String receive(Client client) throws Exception {
        ByteBuffer into = ByteBuffer.allocate(70_000);
        return client.receive(into) == TransportSocket.END_OF_STREAM ? "END" : Payload.text(into.flip());
    }

    static String ask(Client client, String request) throws Exception {
        client.send(Payload.of(request));
        return receive(client);
    }

    @Test
    default void anEchoServerSendsBackWhatItGets() throws Exception {
        Serving serving = serve(new EchoService());
        Client client = client(serving);
        assertThat(ask(client, "hello")).isEqualTo("hello");
        assertThat(ask(client, "again")).isEqualTo("again");
    }

    @Test
    default void anEchoServerSendsBackTheLargestMessageWhole() throws Exception {
        needsBoundaries();
        Client client = client(serve(new EchoService()));
        int size = upTo(CarryingPromises.LONG);
        client.send(Payload.pattern(3, size));
        ByteBuffer into = ByteBuffer.allocateDirect(size + 1);
        assertThat(client.receive(into)).isEqualTo(size);
        assertThat(into.flip()).isEqualTo(Payload.pattern(3, size));
    }

    @Test
    default void aServiceThatThrowsLeavesADatagramWithoutAnAnswer() throws Exception {
        needsNoConnections();
        FaultyService faulty = new FaultyService(false);
        Client client = client(serve(faulty));
        client.send(Payload.of(FaultyService.FATAL));
        assertThat(ask(client, "hello")).isEqualTo("hello");
        assertThat(faulty.told()).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aDiscardServerSaysNothing() throws Exception {
        Serving serving = serve(new DiscardService());
        Client client = unopened(serving.address(), Duration.ofMillis(30));
        client.open();
        assertErrno(Errno.EAGAIN, () -> ask(client, "hello"));
        Bench.until(() -> serving.server().counts().receivedBytes() == 5);
        assertThat(serving.server().counts().sentBytes()).isZero();
    }

    @Test
    default void aReplyServerSaysAlwaysTheSame() throws Exception {
        Serving serving = serve(new ReplyService("pong".getBytes(StandardCharsets.UTF_8)));
        Client client = client(serving);
        assertThat(ask(client, "ping")).isEqualTo("pong");
        assertThat(ask(client, "anything")).isEqualTo("pong");
    }

    @Test
    default void aPingerThatNeverStaysSilentAnswersInCapitals() throws Exception {
        Serving serving = serve(new PingerService(0, 42));
        assertThat(ask(client(serving), "Ping 1")).isEqualTo("PING 1");
    }

    @Test
    default void aChargenServerSendsLines() throws Exception {
        Serving serving = serve(new ChargenService());
        Client client = client(serving);
        if (!traits().connectionOriented()) {
            client.send(Payload.of("?"));
        }
        assertThat(receive(client))
                .startsWith("!\"#$%&'()*+,-./0123456789:;<=>?@ABC")
                .contains("\r\n");
    }

    @Test
    default void aServerCountsWhatItDoes() throws Exception {
        Serving serving = serve(new EchoService());
        Client client = client(serving);
        ask(client, "hello");
        ask(client, "world!");
        Bench.until(() -> serving.server().counts().sentBytes() == 11);
        ServerCounts counts = serving.server().counts();
        assertThat(counts.peers()).isOne();
        assertThat(counts.messages()).isEqualTo(2);
        assertThat(counts.receivedBytes()).isEqualTo(11);
        assertThat(counts.openSockets()).isEqualTo(traits().connectionOriented() ? 2 : 1);
        serving.close();
        assertThat(serving.server().counts().openSockets()).isZero();
    }

    @Test
    default void anOccupiedPortIsAnError() throws Exception {
        Serving serving = serve(new EchoService());
        ServerSettings same = ServerSettings.of(serving.address(), new EchoService());
        try (Server second = bench().transport().server(same)) {
            assertErrno(Errno.EADDRINUSE, second::open);
        }
    }

    @Test
    default void aClosedServerGivesItsPortBack() throws Exception {
        Serving first = serve(new EchoService());
        ask(client(first), "hello");
        first.close();
        Serving second = serve(ServerSettings.of(first.address(), new EchoService()));
        assertThat(ask(client(second), "hello")).isEqualTo("hello");
    }

    @Test
    default void aServerIsOpenedOnceAndBeforeItServes() throws Exception {
        Server server = bench().closing(bench().transport().server(settings(new EchoService())));
        assertThatThrownBy(server::serve).isInstanceOf(IllegalStateException.class);
        InetSocketAddress address = server.open();
        assertThatThrownBy(server::open).isInstanceOf(IllegalStateException.class);
        server.close();
        assertThatThrownBy(server::open).isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> bench().open().bind(address)).doesNotThrowAnyException();
    }

    @Test
    default void closingAServerTwiceOrUnopenedIsHarmless() throws Exception {
        Server unopened = bench().transport().server(settings(new EchoService()));
        unopened.close();
        Serving serving = serve(new EchoService());
        serving.close();
        serving.close();
        assertThat(serving.thread().done()).isTrue();
    }

    @Test
    default void aServerThatPausesBeforeReadingCanBeClosedMeanwhile() throws Exception {
        ServerSettings slow = settings(new EchoService()).withPauseBeforeRead(Duration.ofMinutes(1));
        Serving serving = serve(slow);
        serving.close();
        assertThat(serving.thread().done()).isTrue();
    }

    @Test
    default void aServerThatPausesBeforeReadingReadsLater() throws Exception {
        ServerSettings slow = settings(new EchoService()).withPauseBeforeRead(Duration.ofMillis(40));
        Serving serving = serve(slow);
        Client client = client(serving);
        assertThat(ask(client, "one")).isEqualTo("one");
        assertThat(ask(client, "two")).isEqualTo("two");
    }

    @Test
    default void aClientMustBeOpen() throws Exception {
        Client client = unopened(bench().loopback(bench().freePort()), Bench.LIMIT);
        assertErrno(Errno.ENOTCONN, () -> client.send(Payload.of("hi")));
        assertErrno(Errno.ENOTCONN, () -> client.receive(ByteBuffer.allocate(1)));
        assertThatCode(() -> client.receive(ByteBuffer.allocate(1))).hasMessageStartingWith("recv");
        if (traits().connectionOriented()) {
            assertThatCode(client::finish).hasMessage("shutdown: " + Errno.ENOTCONN.text());
        }
        client.close();
    }

    @Test
    default void aClientOfTheWildcardAsksThisMachine() throws Exception {
        Serving serving = serve(ServerSettings.of(bench().wildcard(0), new EchoService()));
        assertThat(ask(client(serving), "hello")).isEqualTo("hello");
    }

    @Test
    default void aClientThatIsOpenedAgainLeavesNothingBehind() throws Exception {
        Serving serving = serve(new EchoService());
        Client client = client(serving);
        assertThat(ask(client, "hello")).isEqualTo("hello");
        client.open();
        assertThat(ask(client, "again")).isEqualTo("again");
    }

    @Test
    default void aClientLearnsThatNobodyListensWhereThatCanBeLearnt() throws Exception {
        Client client = unopened(bench().loopback(bench().freePort()), Duration.ofMillis(30));
        if (traits().connectionOriented()) {
            assertErrno(Errno.ECONNREFUSED, client::open);
            return;
        }
        client.open();
        assertErrno(Errno.EAGAIN, () -> ask(client, "anybody?"));
    }

    @Test
    default void aDatagramClientTakesAnswersFromItsServerOnly() throws Exception {
        needsNoConnections();
        TransportSocket server = bench().bound();
        Client client = unopened(Bench.local(server), Bench.LIMIT);
        client.open();
        client.send(Payload.of("question"));
        InetSocketAddress asker = Objects.requireNonNull(server.receiveFrom(ByteBuffer.allocate(20)));
        bench().bound().sendTo(Payload.of("from a stranger"), asker);
        server.sendTo(Payload.of("answer"), asker);
        assertThat(receive(client)).isEqualTo("answer");
        client.finish();
    }
}
