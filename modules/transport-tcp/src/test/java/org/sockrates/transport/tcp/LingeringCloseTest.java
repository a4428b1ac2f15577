package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
