package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadyWaitTest {
    private final ReadyWait wait = new ReadyWait(SystemClock.INSTANCE);

    /** One thread changes how a socket waits, and another closes it: the first has nothing left to let go of. */
    @Test
    void whatWasClosedMayBeForgotten() throws Exception {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.configureBlocking(false);
            wait.begin(Waiting.atMost(Duration.ofMillis(100)));
            wait.await(Call.RECV, channel, SelectionKey.OP_READ);
            wait.close();
            assertThatCode(() -> wait.forget(channel)).doesNotThrowAnyException();
        }
    }

    @Test
    void whatWasClosedWaitsNoMore() throws Exception {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.configureBlocking(false);
            wait.close();
            wait.begin(Waiting.atMost(Duration.ofSeconds(5)));
            assertThatThrownBy(() -> wait.await(Call.RECV, channel, SelectionKey.OP_READ))
                    .isInstanceOf(SocketCallException.class)
                    .extracting(failure -> ((SocketCallException) failure).errno())
                    .isEqualTo(Errno.EBADF);
        }
    }
}
