package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;
import org.sockrates.transport.Family;
import org.sockrates.transport.TransportSocket;

class LingeringCloseTest {
    private final SocketChannel stream = mock(SocketChannel.class);

    @ParameterizedTest
    @ValueSource(classes = {IOException.class, IllegalStateException.class, StackOverflowError.class})
    @Timeout(10)
    void whateverAClosesFailureIsNobodyWaitsForIt(Class<? extends Throwable> failure) throws IOException {
        doThrow(failure).when(stream).close();
        assertThatThrownBy(() -> new LingeringClose().await(stream))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(failure);
    }

    @Test
    void whereThereIsNoThreadForItItIsClosedWithoutAWait() throws IOException {
        Thread none = mock(Thread.class);
        doThrow(new OutOfMemoryError("unable to create native thread"))
                .when(none)
                .start();
        assertThatThrownBy(() -> new LingeringClose(work -> none).await(stream)).isInstanceOf(OutOfMemoryError.class);
        InOrder calls = inOrder(stream);
        calls.verify(stream).setOption(StandardSocketOptions.SO_LINGER, -1);
        calls.verify(stream).close();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void onlyWhoHasATimeWaits(int seconds, boolean waits) throws IOException {
        when(stream.getOption(StandardSocketOptions.SO_LINGER)).thenReturn(seconds);
        assertThat(LingeringClose.isDue(stream)).isEqualTo(waits);
    }

    @Test
    void whatIsOverWaitsForNothing() throws IOException {
        when(stream.getOption(StandardSocketOptions.SO_LINGER)).thenThrow(new ClosedChannelException());
        assertThat(LingeringClose.isDue(stream)).isFalse();
    }

    @Test
    void whoIsNotConnectedDoesNot() throws IOException {
        try (TransportSocket socket = new TcpTransport().open(Family.AF_INET)) {
            socket.option("SO_LINGER", "5");
            assertThat(socket.lingers()).isFalse();
        }
    }

    /** As who was woken in another call. */
    @Test
    void whoIsLetGoBeforeItBeginsWaitsAllTheSame() throws IOException {
        LingeringClose lingering = new LingeringClose();
        doThrow(new IOException("waited")).when(stream).close();
        lingering.letGo();
        assertThatThrownBy(() -> lingering.await(stream)).hasRootCauseMessage("waited");
    }

    @Test
    void whoIsInterruptedWaitsNoLongerAndStaysInterrupted() throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        doAnswer(close -> {
                    closed.await();
                    return null;
                })
                .when(stream)
                .close();
        Thread.currentThread().interrupt();
        new LingeringClose().await(stream);
        assertThat(Thread.interrupted()).isTrue();
        closed.countDown();
    }
}
