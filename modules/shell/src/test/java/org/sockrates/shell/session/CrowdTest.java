package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.MadeUpRows;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.tcp.TcpTransport;

@ExtendWith(MockitoExtension.class)
class CrowdTest {
    private static final String HERE = "127.0.0.1";
    private static final String OTHERWISE = ";  server --style threads  serves several at once";

    @Mock
    private Voice voice;

    private String told(KernelSocket... kernel) {
        Job server = MadeUpRows.server(new TcpTransport(), HERE, voice);
        return Crowd.at(server, List.of(kernel)).orElse("");
    }

    private static KernelSocket door(long waiting) {
        return MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, HERE, waiting);
    }

    private static KernelSocket served(int peer) {
        return MadeUpRows.connection(KernelState.ESTAB, HERE, peer, MadeUpRows.HELD);
    }

    @Test
    void whoWaitsIsKnownFromTheTableThatIsHandedIn() {
        assertThat(told()).isEmpty();
        assertThat(told(served(1), door(0))).isEmpty();
        assertThat(told(served(1), door(1))).startsWith("1 connection waits there for accept");
        assertThat(told(served(1), door(2))).startsWith("2 connections wait there for accept");
        InetSocketAddress another = new InetSocketAddress(HERE, 81);
        assertThat(told(served(1), door(0), MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, another, 1)))
                .isEmpty();
    }

    @Test
    void severalAtOnceAreAdvisedWhereOneIsServedAndNowhereElse() {
        KernelSocket waits = MadeUpRows.connection(KernelState.ESTAB, HERE, 2, 0);
        KernelSocket elsewhere = MadeUpRows.connection(KernelState.ESTAB, "127.0.0.2", 3, MadeUpRows.HELD);
        assertThat(told(door(1), served(1), waits)).endsWith(OTHERWISE);
        assertThat(told(door(1), served(1), waits, elsewhere)).endsWith(OTHERWISE);
        assertThat(told(door(1), waits)).endsWith("does not call it");
        assertThat(told(door(1), waits, elsewhere)).endsWith("does not call it");
        assertThat(told(door(1), served(1), served(2), waits)).endsWith("does not call it");
    }
}
