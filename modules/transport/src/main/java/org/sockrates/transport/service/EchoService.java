package org.sockrates.transport.service;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Service;

/** Sends back what it was sent (RFC 862). */
public final class EchoService implements Service {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public @Nullable ByteBuffer answer(ByteBuffer message) {
        return message;
    }
}
