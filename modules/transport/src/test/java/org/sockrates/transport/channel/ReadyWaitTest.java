package org.sockrates.transport.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Waiting;

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
    void tellsForWhatAFirstWaitFoundNoDescriptor() throws Exception {
        try (DatagramChannel channel = DatagramChannel.open();
                MockedStatic<Selector> none = mockStatic(Selector.class)) {
            none.when(Selector::open).thenThrow(new IOException("Too many open files"));
            channel.configureBlocking(false);
            wait.begin(Waiting.atMost(Duration.ofMillis(100)));
            assertThatThrownBy(() -> wait.await(Call.RECVFROM, channel, SelectionKey.OP_READ))
                    .isInstanceOfSatisfying(
                            SocketCallException.class,
                            failure -> assertThat(failure.errno()).isEqualTo(Errno.EMFILE))
                    .hasMessageContaining("Java takes two descriptors of its own to wait");
        }
    }

    /** Who lets go of a channel has looked whether anybody waits for it: nobody may begin to before it is gone. */
    @Test
    void nobodyBeginsToWaitForWhatIsBeingForgotten() throws Exception {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.configureBlocking(false);
            wait.begin(Waiting.atMost(Duration.ofMillis(100)));
            wait.await(Call.RECV, channel, SelectionKey.OP_READ);
            SelectableChannel slow = mock(SelectableChannel.class);
            FutureTask<String> waiting = new FutureTask<>(() -> {
                wait.begin(Waiting.atMost(Duration.ofMillis(100)));
                wait.await(Call.RECV, channel, SelectionKey.OP_READ);
                return "waited";
            });
            Thread receiver = new Thread(waiting);
            when(slow.keyFor(any())).thenAnswer(asked -> {
                receiver.start();
                await().until(() -> waiting.isDone() || receiver.getState() == Thread.State.BLOCKED);
                return channel.keyFor(asked.getArgument(0));
            });

            wait.forget(slow);

            assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo("waited");
            assertThat(channel.isRegistered())
                    .as("waited for after it was let go of")
                    .isTrue();
            wait.close();
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
