package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Family;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Transport;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.text.HostText;

class RunningServerTest {
    @ParameterizedTest
    @ValueSource(classes = {IOException.class, IllegalStateException.class, OutOfMemoryError.class})
    void oneThatCannotBeginKeepsNoPort(Class<? extends Throwable> failure) throws IOException {
        Session session = mock(Session.class);
        Transport transport = mock(Transport.class);
        Server server = mock(Server.class);
        ServerSettings settings =
                ServerSettings.of(new InetSocketAddress(HostText.loopback(Family.AF_INET), 0), new EchoService());
        when(session.transport("server", "rdt-gbn", "server 1")).thenReturn(transport);
        when(transport.server(settings)).thenReturn(server);
        doThrow(failure).when(server).open();
        assertThatThrownBy(() -> new RunningServer(session, "rdt-gbn", settings, "echo", true, 1))
                .isInstanceOf(failure);
        verify(server).close();
    }
}
