package org.sockrates.sim;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.ProtocolEnd;

/** A program that has so many messages to send and nothing to hear. */
final class Source implements Host.Program {
    private static final int PLACES = 1 << 16;
    private static final int STEP = 0x9e37 | 1; // odd: no place comes again before all have been
    private static final byte[] LOTS = lots();

    private final int messages;
    private final ByteBuffer message;
    private @Nullable ProtocolEnd end;
    private int sent;

    Source(int messages, int messageBytes) {
        this.messages = messages;
        message = ByteBuffer.allocate(messageBytes);
    }

    /** Sends through this end what there is room for, and from then on whenever there is more. */
    void begin(ProtocolEnd mouth) {
        end = mouth;
        goOn(0);
    }

    @Override
    public void goOn(long nowNanos) {
        while (end != null && sent < messages && end.hasRoom()) {
            end.send(fill(message, sent++), nowNanos);
        }
    }

    /** Bytes that tell which message this is, wherever one looks: from another place of the same lots for each. */
    static ByteBuffer fill(ByteBuffer into, int number) {
        into.clear();
        into.put(LOTS, number * STEP & PLACES - 1, into.capacity());
        into.putLong(0, new SplitMix64(number).nextLong());
        return into.flip();
    }

    private static byte[] lots() {
        ByteBuffer lots = ByteBuffer.allocate(PLACES + Packet.MOST_PAYLOAD_BYTES + Long.BYTES);
        SplitMix64 random = new SplitMix64(0);
        while (lots.remaining() >= Long.BYTES) {
            lots.putLong(random.nextLong());
        }
        return lots.array();
    }

    /** How many messages its end has taken. */
    int sent() {
        return sent;
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
