package org.sockrates.shell.grade;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sockrates.transport.UsageException;

/** What is typed for a program. It is there when the program reads; nobody waits for one that does not. */
final class TypedInput {
    /** The most bytes that wait here, beside those the system keeps. */
    static final int MOST_WAITING = 1 << 20;

    private final OutputStream input;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(TypedInput::daemon);
    private int waiting;

    TypedInput(OutputStream input) {
        this.input = input;
    }

    private static Thread daemon(Runnable typing) {
        Thread thread = new Thread(typing, "program's input");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Types, for the program to read.
     *
     * @throws UsageException when the input has ended, or that is too much in any case
     * @throws IOException when it is too much with what the program has not read
     */
    synchronized void type(byte[] bytes) throws IOException {
        if (hand.isShutdown()) {
            throw new UsageException("program type: its input has ended (expected: nothing more)");
        }
        if (bytes.length > MOST_WAITING) {
            throw new UsageException(
                    "program type: " + bytes.length + " bytes (expected: at most " + MOST_WAITING + ")");
        }
        if (waiting + bytes.length > MOST_WAITING) {
            throw new IOException("program type: " + (waiting + bytes.length)
                    + " bytes that it has not read (expected: at most " + MOST_WAITING + ")");
        }
        waiting += bytes.length;
        hand.execute(() -> write(bytes));
    }

    private void write(byte[] bytes) {
        try {
            input.write(bytes);
            input.flush();
        } catch (IOException closed) {
            // it has ended, or reads no more
        }
        synchronized (this) {
            waiting -= bytes.length;
        }
    }

    /** The program reads the end behind what was typed, as with Ctrl-D. */
    synchronized void end() {
        if (!hand.isShutdown()) {
            hand.execute(this::close);
            hand.shutdown();
        }
    }

    private void close() {
        try {
            input.close();
        } catch (IOException closed) {
            // it has ended
        }
    }
}
