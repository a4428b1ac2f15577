package org.sockrates.compare;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.sockrates.link.Passage;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.TransportSocket;

class RunTest {
    @Test
    void aDoorThatCannotBeBoundIsClosedAtOnce() throws IOException {
        InetSocketAddress taken = new InetSocketAddress("127.0.0.1", 7);
        TransportSocket socket = mock(TransportSocket.class);
        doThrow(new SocketCallException(Call.BIND, Errno.EADDRINUSE, "taken"))
                .when(socket)
                .bind(taken);
        SocketKind kind = mock(SocketKind.class);
        when(kind.open(Family.AF_INET)).thenReturn(socket);
        Passage passage = mock(Passage.class);
        when(passage.serveOn()).thenReturn(taken);
        Run run = new Run(kind, passage, new Settings(1, true));

        assertErrno(Errno.EADDRINUSE, () -> run.door(1));

        verify(socket).close();
    }
}
