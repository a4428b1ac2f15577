package org.sockrates.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class WatchedOutputTest {
    @Test
    void passesOnWhatItIsGiven() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        WatchedOutput watched = new WatchedOutput(to);
        watched.write('a');
        watched.write(new byte[] {'b', 'c', 'd'}, 1, 2);
        watched.flush();
        assertThat(to.toString(UTF_8)).isEqualTo("acd");
        assertThat(watched.failure()).isEmpty();
    }

    @Test
    void remembersTheFirstFailureAndThrowsAll() {
        WatchedOutput watched = new WatchedOutput(new Failing());
        assertThatThrownBy(() -> watched.write('a')).hasMessage("write failed");
        assertThatThrownBy(watched::flush).hasMessage("flush failed");
        assertThat(watched.failure()).get().extracting(IOException::getMessage).isEqualTo("write failed");
    }

    @Test
    void aFailedFlushIsAFailure() {
        WatchedOutput watched = new WatchedOutput(new Failing());
        assertThatThrownBy(watched::flush).hasMessage("flush failed");
        assertThat(watched.failure()).isPresent();
    }

    private static final class Failing extends OutputStream {
        @Override
        public void write(int oneByte) throws IOException {
            throw new IOException("write failed");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("flush failed");
        }
    }
}
