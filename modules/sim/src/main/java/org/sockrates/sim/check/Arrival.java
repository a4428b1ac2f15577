package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.sim.check.schedule.Forgery;
import org.sockrates.transport.rdt.Packet;

/** A packet under way, with what was written on it when it set out. Used again for the next. */
final class Arrival implements Runnable {
    private final Wire wire;
    final ByteBuffer bytes = ByteBuffer.allocate(Wire.LONGEST_BYTES);
    boolean readable;
    boolean data;
    PacketKind kind = PacketKind.OTHER;
    int number;
    int next;
    int window;
    boolean damaged;
    boolean stranger;

    @Nullable
    Forgery forgery;

    String label = "";

    Arrival(Wire wire) {
        this.wire = wire;
    }

    void set(ByteBuffer from, PacketKind called, boolean whole, Packet read) {
        bytes.clear().put(from.duplicate()).flip();
        damaged = false;
        stranger = false;
        forgery = null;
        readable = whole;
        kind = called;
        data = false;
        if (whole) {
            data = read.type() == Packet.Type.DATA;
            number = read.number();
            next = read.next();
            window = read.window();
        }
    }

    /** A flipped bit, or the end cut off. */
    void damage(Fate fate) {
        int length = bytes.remaining();
        if (fate.flippedBit != Fate.NOTHING && length > 0) {
            int bit = fate.flippedBit % (Byte.SIZE * length);
            bytes.put(bit / Byte.SIZE, (byte) (bytes.get(bit / Byte.SIZE) ^ 1 << bit % Byte.SIZE));
            damaged = true;
        }
        if (fate.cutTo != Fate.NOTHING && fate.cutTo < length) {
            bytes.limit(fate.cutTo);
            damaged = true;
        }
    }

    String mark() {
        if (forgery != null) {
            return forgery == Forgery.EARLIER ? "an earlier connection's" : "forged";
        }
        return damaged ? "damaged" : stranger ? "another connection's" : "";
    }

    /** Whether it is what was sent, and sent to this connection. */
    boolean isSound() {
        return !damaged && !stranger;
    }

    @Override
    public void run() {
        wire.arrive(this);
    }
}
