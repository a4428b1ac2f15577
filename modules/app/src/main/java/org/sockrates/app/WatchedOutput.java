package org.sockrates.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An output that remembers why it could not be written. {@link java.io.PrintStream} swallows that, so that a full disk
 * or a reader that went away would pass for success.
 */
final class WatchedOutput extends OutputStream {
    private final OutputStream to;
    private volatile @Nullable IOException failure;

    WatchedOutput(OutputStream to) {
        this.to = to;
    }

    /** The first failure, or empty as long as all went out. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            to.write(bytes, offset, length);
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            to.flush();
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    private synchronized IOException remembered(IOException now) {
        if (failure == null) {
            failure = now;
        }
        return now;
    }
}
