package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.testkit.Bench;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TcpServerTest {
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
