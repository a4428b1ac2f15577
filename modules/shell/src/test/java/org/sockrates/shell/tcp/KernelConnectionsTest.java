package org.sockrates.shell.tcp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Family;
import org.sockrates.transport.text.HostText;
import org.sockrates.wire.TcpProbe;

class KernelConnectionsTest {
    private static final String UNASKED = "tcp: n/a: the kernel cannot be asked now: Too many open files"
            + " (expected: two descriptors left); close some sockets";

    @Test
    void whereTheKernelCannotBeAskedNothingIsSaidOfAConnection() {
        IOException full = new FileSystemException("/proc/self/fd", null, "Too many open files");
        InetSocketAddress end = new InetSocketAddress(HostText.loopback(Family.AF_INET), 7);
        OpenSocket open = mock(OpenSocket.class);
        when(open.isKernels()).thenReturn(true);
        when(open.local()).thenReturn(end);
        when(open.remote()).thenReturn(end);
        try (MockedStatic<TcpProbe> probe = mockStatic(TcpProbe.class)) {
            probe.when(TcpProbe::missing).thenReturn(Optional.empty());
            probe.when(TcpProbe::all).thenThrow(full);
            probe.when(() -> TcpProbe.of(any(), any())).thenThrow(full);
            assertThatThrownBy(() -> KernelConnections.one(open))
                    .isInstanceOf(MissingAbilityException.class)
                    .hasMessage(UNASKED);
            assertThatThrownBy(() -> KernelConnections.all(mock(Session.class)))
                    .isInstanceOf(MissingAbilityException.class)
                    .hasMessage(UNASKED);
        }
    }
}
