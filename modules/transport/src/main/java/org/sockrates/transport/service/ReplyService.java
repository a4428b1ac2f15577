package org.sockrates.transport.service;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Service;

/** Answers every message with the same bytes. */
public final class ReplyService implements Service {
    private final ByteBuffer reply;

    /** @param reply copied */
    public ReplyService(byte[] reply) {
        this.reply = ByteBuffer.allocateDirect(reply.length).put(reply).flip();
    }

    @Override
    public String name() {
        return "reply";
    }

    @Override
    public @Nullable ByteBuffer answer(ByteBuffer message) {
        return reply.duplicate();
    }
}
