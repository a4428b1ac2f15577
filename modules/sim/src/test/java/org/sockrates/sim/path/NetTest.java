package org.sockrates.sim.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.Link;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.socket.Port;

final class NetTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(Net.HERE, 0);
    private static final int EPHEMERAL_PORTS = 65_535 - 49_152 + 1;

    /** Made in the test's own thread, which is its world's first actor. */
    private static Net net() {
        return new Net(
                new World(),
                new Link(LinkSpec.parse("delay 1ms"), Way.UPSTREAM),
                new Link(LinkSpec.parse("delay 1ms"), Way.DOWNSTREAM),
                TrafficCount::ofSegments,
                packet -> PacketKind.OTHER,
                0);
    }

    private static SimPort port(Net net) {
        return new SimPort(net, mock(Port.Above.class), Optional.empty());
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whereEveryPortIsTakenNoneIsGivenUntilOneIsFree() throws Exception {
        Net net = net();
        ArrayDeque<SimPort> taken = new ArrayDeque<>();
        for (int i = 0; i < EPHEMERAL_PORTS; i++) {
            SimPort port = port(net);
            port.bind(ANY);
            taken.add(port);
        }
        SimPort late = port(net);

        assertErrno(Errno.EADDRINUSE, () -> late.bind(ANY));

        InetSocketAddress free = taken.getLast().local();
        taken.getLast().close();
        late.bind(ANY);
        assertThat(late.local()).isEqualTo(free);
    }
}
