package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TcpServerTest {
    /** What is too long is told by the quickest answer: that of a busy machine is late now and then. */
    @ParameterizedTest
    @CsvSource({
        "ITERATIVE, 10000",
        "THREADS, 10000",
        "SELECTOR, 10000",
        "ITERATIVE, 900",
        "THREADS, 900",
        "SELECTOR, 900"
    })
    void everyStylePausesForAsLongAsItWasTold(ServerStyle style, long micros) throws Exception {
        Duration pause = Duration.ofNanos(micros * 1_000);
        Duration whole;
        Duration quickest = Duration.ofDays(1);
        try (Bench bench = new Bench(new TcpTransport(), Family.AF_INET)) {
            ServerSettings settings = ServerSettings.of(bench.loopback(0), new EchoService())
                    .withStyle(style)
                    .withPauseBeforeRead(pause);
            Server server = bench.closing(bench.transport().server(settings));
            TransportSocket client = bench.open();
            client.connect(server.open());
            bench.start(() -> {
                server.serve();
                return null;
            });
            long firstNanos = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                long beganNanos = System.nanoTime();
                client.send(Payload.of("ping"));
                assertThat(Bench.receive(client, 4)).isEqualTo("ping");
                Duration took = Duration.ofNanos(System.nanoTime() - beganNanos);
                quickest = took.compareTo(quickest) < 0 ? took : quickest;
            }
            whole = Duration.ofNanos(System.nanoTime() - firstNanos);
        }
        assertThat(whole).isGreaterThanOrEqualTo(pause.multipliedBy(9));
        assertThat(quickest).isLessThan(pause.plusMillis(50));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorNobodyExpectsEndsIt(ServerStyle style) throws Exception {
        assumeTrue(style != ServerStyle.VIRTUAL || Runtime.version().feature() >= 21, "no virtual threads here");
        try (Bench bench = new Bench(new TcpTransport(), Family.AF_INET)) {
            TransportSocket door = mock(TransportSocket.class, delegatesTo(bench.open()));
            doThrow(new SocketCallException(Call.ACCEPT, Errno.EIO)).when(door).accept();
            Transport transport = mock(Transport.class);
            when(transport.open(any())).thenReturn(door);
            ServerSettings settings = ServerSettings.of(bench.loopback(0), new EchoService());
            try (TcpServer server = new TcpServer(transport, settings.withStyle(style))) {
                bench.open().connect(server.open());
                assertThatCode(server::serve).hasMessage("accept: Input/output error");
            }
        }
    }
}
