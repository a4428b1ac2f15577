package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Client;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Observation;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketNumbers;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.ManualClock;
import org.sockrates.transport.testkit.Payload;

/** Observers see the calls that were made: all of them, nothing else, and nothing behaves differently for it. */
interface ObservingPromises extends Promises {
    /** A bench whose sockets tell a list. */
    private Bench observed(List<SocketEvent> events, ManualClock clock) {
        Observation observation = new Observation(new SocketNumbers(), clock, events::add);
        return bench().closing(new Bench(bench().transport().observed(observation), bench().family()));
    }

    private static List<SocketEvent> ended(List<SocketEvent> events) {
        return events.stream().filter(event -> !event.pending()).toList();
    }

    private static List<Call> calls(List<SocketEvent> events) {
        return ended(events).stream().map(SocketEvent::call).toList();
    }

    private static List<String> texts(List<SocketEvent> events) {
        return ended(events).stream().map(CallText::of).toList();
    }

    @Test
    default void observersSeeExactlyTheCallsMade() throws Exception {
        List<SocketEvent> events = new CopyOnWriteArrayList<>();
        Bench watched = observed(events, new ManualClock());
        Bench.Pair pair = watched.pair();
        List<Call> meeting = List.of(Call.SOCKET, Call.BIND, Call.LISTEN, Call.SOCKET, Call.CONNECT, Call.ACCEPT);
        List<Call> introduction = List.of(Call.SOCKET, Call.BIND, Call.SOCKET, Call.BIND, Call.CONNECT, Call.CONNECT);
        assertThat(calls(events))
                .startsWith((traits().connectionOriented() ? meeting : introduction).toArray(Call[]::new));
        events.clear();
        pair.near().send(Payload.of("hi\u001b[2J"));
        Bench.receive(pair.far());
        pair.near().close();
        pair.near().close();
        assertThat(calls(events)).containsExactly(Call.SEND, Call.RECV, Call.CLOSE);
        assertThat(texts(events).get(0)).contains("\"hi\\x1b[2J\", 6, 0) = 6");
        assertThat(texts(events).get(2)).startsWith("close(").endsWith(") = 0");
    }

    /** Or a shell's server and client are told of nothing. */
    @Test
    default void rolesOpenTheirSocketsThroughTheObserved() throws Exception {
        List<SocketEvent> events = new CopyOnWriteArrayList<>();
        Bench watched = observed(events, new ManualClock());
        ServerSettings settings = ServerSettings.of(watched.loopback(0), new EchoService());
        Serving serving = watched.closing(Serving.start(watched.transport(), settings));
        assertThat(calls(events)).as("server(...) of the observed").containsSubsequence(Call.SOCKET, Call.BIND);
        events.clear();
        Client client = watched.closing(serving.client());
        client.send(Payload.of("?"));
        assertThat(calls(events)).as("client(...) of the observed").contains(Call.SOCKET);
    }

    /** Behind the test it is looked whether a socket is left. */
    @Test
    default void anObserverThatThrowsLosesNoSocketAndNoNumber() throws Exception {
        AtomicReference<@Nullable Call> fatal = new AtomicReference<>(Call.SOCKET);
        SocketNumbers numbers = new SocketNumbers();
        Observation observation = new Observation(numbers, new ManualClock(), event -> {
            if (event.call() == fatal.get() && !event.pending()) {
                throw new IllegalStateException("as if");
            }
        });
        Transport watched = bench().transport().observed(observation);
        assertThatThrownBy(() -> watched.open(bench().family())).isInstanceOf(IllegalStateException.class);
        fatal.set(Call.CLOSE);
        TransportSocket socket = watched.open(bench().family());
        assertThatThrownBy(socket::close).isInstanceOf(IllegalStateException.class);
        fatal.set(Call.ACCEPT);
        if (traits().connectionOriented()) {
            Bench bench = bench().closing(new Bench(watched, bench().family()));
            TransportSocket door = bench.listening();
            bench().open().connect(Bench.local(door));
            assertThatThrownBy(door::accept).isInstanceOf(IllegalStateException.class);
            door.close();
        }
        assertThat(numbers.take()).as("the first number").isEqualTo(3);
    }

    @Test
    default void socketsAreNumberedAsDescriptorsAre() throws Exception {
        List<SocketEvent> events = new CopyOnWriteArrayList<>();
        Bench watched = observed(events, new ManualClock());
        TransportSocket three = watched.open();
        watched.open();
        three.close();
        watched.open();
        assertThat(events).extracting(SocketEvent::value).containsExactly(3L, 4L, 0L, 3L);
        assertThat(events).extracting(SocketEvent::socket).containsExactly(3, 4, 3, 3);
    }

    @Test
    default void aCallThatWaitsIsSeenTwice() throws Exception {
        List<SocketEvent> events = new CopyOnWriteArrayList<>();
        ManualClock clock = new ManualClock(1000);
        Bench watched = observed(events, clock);
        Bench.Pair pair = watched.pair();
        clock.advance(Duration.ofNanos(500));
        events.clear();
        pair.far().waiting(Waiting.NOT_AT_ALL);
        assertErrno(Errno.EAGAIN, () -> pair.far().receive(ByteBuffer.allocate(10)));
        assertThat(events).hasSize(2);
        assertThat(events.get(0).pending()).isTrue();
        assertThat(events.get(1).failed()).isTrue();
        assertThat(events).extracting(SocketEvent::startNanos).containsOnly(1500L);
        assertThat(CallText.of(events.get(1))).endsWith("= -1 EAGAIN (Resource temporarily unavailable)");
    }

    @Test
    default void failuresAndTheEndAreSeenToo() throws Exception {
        List<SocketEvent> events = new CopyOnWriteArrayList<>();
        Bench watched = observed(events, new ManualClock());
        TransportSocket socket = watched.bound();
        events.clear();
        assertErrno(Errno.EINVAL, () -> socket.bind(bench().loopback(0)));
        assertErrno(Errno.ENOPROTOOPT, () -> socket.option("SO_\u001b[2J", "on"));
        socket.abort();
        assertThat(texts(events).get(0)).endsWith("= -1 EINVAL (Invalid argument)");
        assertThat(texts(events).get(1)).contains("SO_\\x1b[2J, on) = -1 ENOPROTOOPT");
        assertThat(texts(events).get(2)).endsWith("= 0");
    }

    @Test
    default void onlyAConnectionThatLivesIsSeenToBeReset() throws Exception {
        List<SocketEvent> events = new CopyOnWriteArrayList<>();
        Bench.Pair pair = observed(events, new ManualClock()).pair();
        events.clear();
        pair.near().abort();
        assertThat(texts(events).get(0)).endsWith(traits().connectionOriented() ? "= 0 (reset)" : "= 0");
        if (traits().connectionOriented()) {
            assertErrno(Errno.ECONNRESET, () -> pair.far().receive(ByteBuffer.allocate(1)));
        }
        events.clear();
        pair.far().abort();
        assertThat(texts(events).get(0)).endsWith("= 0");
    }

    @Test
    default void observedDatagramsNameTheirSenderAndTheirCut() throws Exception {
        needsNoConnections();
        List<SocketEvent> events = new CopyOnWriteArrayList<>();
        Bench watched = observed(events, new ManualClock());
        TransportSocket reader = watched.bound();
        TransportSocket sender = watched.bound();
        events.clear();
        sender.sendTo(Payload.of("hello world"), Bench.local(reader));
        reader.receiveFrom(ByteBuffer.allocate(5));
        String from = CallText.address(Bench.local(sender));
        assertThat(texts(events).get(0)).contains("sendto(4, \"hello world\", 11, 0, ");
        assertThat(texts(events).get(1)).isEqualTo("recvfrom(3, \"hello\", 5, 0, " + from + ") = 5 (6 bytes cut off)");
        assertThat(events.get(3).peer()).isEqualTo(sender.local());
    }
}
