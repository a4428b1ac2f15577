package org.sockrates.transport.service;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Service;

/** Throws away what it was sent and says nothing (RFC 863). */
public final class DiscardService implements Service {
    @Override
    public String name() {
        return "discard";
    }

    @Override
    public @Nullable ByteBuffer answer(ByteBuffer message) {
        return null;
    }
}
