package org.sockrates.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.Client;
import org.sockrates.transport.Family;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Service;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Leaks;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.contract.Serving;

@Timeout(30)
class UdpServerTest {
    private final Leaks leaks = Leaks.before();
    private final Bench bench = new Bench(new UdpTransport(), Family.AF_INET);

    @AfterEach
    void nothingIsLeft() throws Exception {
        bench.close();
        leaks.check();
    }

    /** Echoes, but to "too much" it answers more than a datagram carries. */
    private static final class Talkative implements Service {
        @Override
        public String name() {
            return "talkative";
        }

        @Override
        public ByteBuffer answer(ByteBuffer message) {
            return Payload.text(message).equals("too much") ? ByteBuffer.allocate(70_000) : message;
        }
    }

    private static String ask(Client client, String question) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(100);
        client.send(Payload.of(question));
        client.receive(answer);
        return Payload.text(answer.flip());
    }

    @Test
    void anAnswerThatCannotBeSentEndsNothing() throws Exception {
        ServerSettings settings = ServerSettings.of(bench.loopback(0), new Talkative());
        Serving serving = bench.closing(Serving.start(bench.transport(), settings));
        Client client = bench.closing(serving.client());
        client.send(Payload.of("too much"));
        assertThat(ask(client, "and now?")).isEqualTo("and now?");
        assertThat(serving.server().counts().messages()).isEqualTo(2);
        await().untilAsserted(
                        () -> assertThat(serving.server().counts().sentBytes()).isEqualTo(8));
    }

    @Test
    void anEmptyDatagramIsAnsweredLikeAnyOther() throws Exception {
        ServerSettings settings = ServerSettings.of(bench.loopback(0), new EchoService());
        Serving serving = bench.closing(Serving.start(bench.transport(), settings));
        Client client = bench.closing(serving.client());
        assertThat(ask(client, "")).isEmpty();
        assertThat(ask(client, "still there?")).isEqualTo("still there?");
    }

    @Test
    void holdsNothingBeforeItIsOpenAndNothingAfterItIsClosed() throws Exception {
        ServerSettings settings = ServerSettings.of(bench.loopback(0), new EchoService());
        Server server = bench.closing(bench.transport().server(settings));
        assertThat(server.counts().openSockets()).isZero();
        assertThatThrownBy(server::serve)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("open() first");
        server.open();
        assertThat(server.counts().openSockets()).isOne();
        server.close();
        assertThat(server.counts().openSockets()).isZero();
        server.serve();
    }
}
