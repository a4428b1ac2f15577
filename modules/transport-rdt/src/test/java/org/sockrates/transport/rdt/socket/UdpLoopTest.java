package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.Family;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.testkit.Leaks;
import org.sockrates.transport.text.HostText;

@Timeout(30)
class UdpLoopTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(HostText.loopback(Family.AF_INET), 0);

    private final Port.Above deaf = mock(Port.Above.class);
    private final Port.Above hears = mock(Port.Above.class);
    private final Leaks leaks = Leaks.before(); // what the first mock opens stays

    /** The system has no thread left, for so many that are asked for. */
    private static ThreadFactory noneForTheFirst(int refused) {
        AtomicInteger asked = new AtomicInteger();
        return work -> new Thread(work, "rdt") {
            @Override
            public void start() {
                if (asked.incrementAndGet() <= refused) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                super.start();
            }
        };
    }

    @Test
    void whereThereIsNoThreadForItNothingIsLeftAndTheNextPortHears() throws Exception {
        UdpLoop loop = new UdpLoop(SystemClock.INSTANCE, noneForTheFirst(1));
        UdpPort first = new UdpPort(Family.AF_INET, deaf, loop, SystemClock.INSTANCE);
        assertThatThrownBy(() -> first.bind(ANY_PORT)).isInstanceOf(OutOfMemoryError.class);
        first.close();
        leaks.check();

        UdpPort second = new UdpPort(Family.AF_INET, hears, loop, SystemClock.INSTANCE);
        second.bind(ANY_PORT);
        second.send(ByteBuffer.wrap(new byte[] {1}), Objects.requireNonNull(second.local()));
        verify(hears, timeout(10_000)).arrived(any(), any(), anyLong());
        verify(deaf, never()).arrived(any(), any(), anyLong());

        second.close();
        second.awaitClosed();
        leaks.check();
        assertThat(second.isOpen()).isFalse();
    }

    /** As by who is closed while it binds. */
    @Test
    void whoIsClosedAlreadyIsNotLookedAfter() throws Exception {
        UdpLoop loop = new UdpLoop(SystemClock.INSTANCE);
        UdpPort port = new UdpPort(Family.AF_INET, deaf, loop, SystemClock.INSTANCE);
        port.close();
        assertThatThrownBy(() -> loop.add(port)).isInstanceOf(ClosedChannelException.class);
        leaks.check();
    }
}
