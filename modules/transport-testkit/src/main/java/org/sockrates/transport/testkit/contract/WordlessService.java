package org.sockrates.transport.testkit.contract;

import java.nio.ByteBuffer;
import org.sockrates.transport.Service;

/** An echo that says nothing unasked in another way than most: an empty buffer. */
final class WordlessService implements Service {
    @Override
    public String name() {
        return "wordless";
    }

    @Override
    public ByteBuffer answer(ByteBuffer message) {
        return message;
    }

    @Override
    public ByteBuffer unasked() {
        return ByteBuffer.allocate(0);
    }
}
