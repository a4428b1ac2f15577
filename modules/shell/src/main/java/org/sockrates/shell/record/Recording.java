package org.sockrates.shell.record;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.report.Asciicast;
import org.sockrates.report.UnwritableException;
import org.sockrates.shell.session.Recorder;
import org.sockrates.transport.NanoClock;

/** What is typed and shown, as it happens. What cannot be written ends it, and is told when somebody asks. */
final class Recording implements Recorder {
    private static final long MOST_BYTES = 16L << 20;
    private static final long KEY_NANOS = 40_000_000;

    private final String file;
    private final Asciicast cast;
    private final NanoClock clock;
    private long lastNanos;
    private int lines;
    private boolean over;
    private @Nullable IOException failure;

    /** @param file its name, escaped */
    Recording(String file, Asciicast cast, NanoClock clock) {
        this.file = file;
        this.cast = cast;
        this.clock = clock;
        this.lastNanos = clock.nanoTime();
    }

    private interface Part {
        void write(Duration sinceLast) throws IOException;
    }

    /** Nobody has seen the keys; they are taken to have been pressed just before the line was done. */
    @Override
    public void typed(String prompt, String line) {
        write(sinceLast -> {
            int keys = Math.max(1, line.length());
            Duration each = Duration.ofNanos(Math.min(KEY_NANOS, sinceLast.toNanos() / keys));
            cast.output(sinceLast.minus(each.multipliedBy(keys)), prompt);
            cast.keys(each, line);
            cast.line(Duration.ZERO, "");
            lines++;
        });
    }

    @Override
    public void said(String line) {
        write(sinceLast -> cast.line(sinceLast, line));
    }

    private synchronized void write(Part part) {
        if (over) {
            return;
        }
        long now = clock.nanoTime();
        try {
            part.write(Duration.ofNanos(now - lastNanos));
            cast.flush(); // whatever ends the process, what was shown by then is kept
            if (cast.bytes() > MOST_BYTES) {
                end();
                throw new UnwritableException("record: " + file + ": full at " + (MOST_BYTES >> 20)
                        + " MiB (expected: less to be said); what is there is kept");
            }
        } catch (IOException refused) {
            close();
            failure = refused; // the first one; closing may find another
        }
        lastNanos = now;
    }

    private void end() throws IOException {
        over = true;
        cast.close();
    }

    String file() {
        return file;
    }

    synchronized int lines() {
        return lines;
    }

    synchronized Duration length() {
        return cast.length();
    }

    /** What ended it by itself; empty where nothing did. */
    synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public synchronized void close() {
        if (over) {
            return;
        }
        try {
            end();
        } catch (IOException refused) {
            failure = refused;
        }
    }
}
