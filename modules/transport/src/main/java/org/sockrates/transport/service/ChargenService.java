package org.sockrates.transport.service;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Service;

/**
 * Sends lines of 72 printing characters, each line beginning one character later (RFC 864): to a stream until it is
 * closed, to a datagram one line.
 */
public final class ChargenService implements Service {
    private static final int FIRST = ' ' + 1;
    private static final int LETTERS = '~' - FIRST + 1;
    private static final int LINE_LETTERS = 72;

    private int line;

    @Override
    public String name() {
        return "chargen";
    }

    @Override
    public @Nullable ByteBuffer answer(ByteBuffer message) {
        return nextLine();
    }

    @Override
    public @Nullable ByteBuffer unasked() {
        return nextLine();
    }

    private ByteBuffer nextLine() {
        ByteBuffer text = ByteBuffer.allocate(LINE_LETTERS + 2);
        for (int i = 0; i < LINE_LETTERS; i++) {
            text.put((byte) (FIRST + (line + i) % LETTERS));
        }
        line = (line + 1) % LETTERS;
        return text.put((byte) '\r').put((byte) '\n').flip();
    }
}
