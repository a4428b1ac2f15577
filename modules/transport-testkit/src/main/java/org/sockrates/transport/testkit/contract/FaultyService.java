package org.sockrates.transport.testkit.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Service;

/** An echo with a fault: it throws where it is asked {@link #FATAL}, and once unasked if it is to. */
final class FaultyService implements Service {
    static final String FATAL = "throw";

    private static final ByteBuffer FATAL_BYTES = StandardCharsets.US_ASCII.encode(FATAL);

    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private boolean throwsUnasked;

    FaultyService(boolean throwsUnasked) {
        this.throwsUnasked = throwsUnasked;
    }

    /** What the handlers of the threads that asked were told. */
    List<Throwable> told() {
        return told;
    }

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public @Nullable ByteBuffer answer(ByteBuffer message) {
        if (message.equals(FATAL_BYTES)) {
            throw fault("answer");
        }
        return message;
    }

    @Override
    public @Nullable ByteBuffer unasked() {
        if (throwsUnasked) {
            throwsUnasked = false;
            throw fault("unasked");
        }
        return null;
    }

    private IllegalStateException fault(String where) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
        return new IllegalStateException(where);
    }
}
