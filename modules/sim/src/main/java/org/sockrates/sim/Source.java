package org.sockrates.sim;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.rdt.ProtocolEnd;

/** A program that has so many messages to send and nothing to hear. */
final class Source implements Host.Program {
    private final int messages;
    private final ByteBuffer message;
    private @Nullable ProtocolEnd end;
    private int sent;

    Source(int messages, int messageBytes) {
        this.messages = messages;
        message = ByteBuffer.allocate(messageBytes);
    }

    void speakThrough(ProtocolEnd mouth) {
        end = mouth;
    }

    @Override
    public void goOn(long nowNanos) {
        while (end != null && sent < messages && end.hasRoom()) {
            end.send(fill(message, sent++), nowNanos);
        }
    }

    /** Bytes that tell which message this is, wherever one looks. */
    static ByteBuffer fill(ByteBuffer into, int number) {
        into.clear();
        SplitMix64 bytes = new SplitMix64(number);
        while (into.remaining() >= Long.BYTES) {
            into.putLong(bytes.nextLong());
        }
        while (into.hasRemaining()) {
            into.put((byte) number);
        }
        return into.flip();
    }

    boolean finished() {
        return sent == messages && (end == null || end.allAcknowledged());
    }

    @Override
    public void take(ByteBuffer heard) {
        throw new IllegalStateException("the source was sent " + heard.remaining() + " bytes (expected: nothing)");
    }

    @Override
    public int room() {
        return 0;
    }
}
