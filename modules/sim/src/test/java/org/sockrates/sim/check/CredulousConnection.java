package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Conversation;
import org.sockrates.transport.rdt.ConversationSettings;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.Packet;

/** A conversation behind somebody who believes what is forged, and changes what it hears: one mistake. */
final class CredulousConnection implements Connection, Line {
    private static final byte DATA = 2;
    private static final byte END = 3;

    private final ForgedConnectionBug bug;
    private final ConversationSettings settings;
    private final Line line;
    private final Conversation real;
    private final Packet packet = new Packet();
    private final ByteBuffer written = ByteBuffer.allocate(Packet.HEADER_BYTES + Packet.MOST_PAYLOAD_BYTES + 100);
    private boolean asks;
    private boolean endCame;
    private boolean givenUp;
    private int sent;
    private int behind;
    private int end;

    CredulousConnection(ForgedConnectionBug bug, ConversationSettings settings, Line line) {
        this.bug = bug;
        this.settings = settings;
        this.line = line;
        sent = settings.connection();
        real = new Conversation(settings, this);
    }

    @Override
    public void transmit(ByteBuffer bytes) {
        if (packet.wrap(bytes) && packet.type() == Packet.Type.DATA) {
            sent += packet.number() == sent ? 1 : 0;
        }
        line.transmit(bytes);
    }

    @Override
    public void wakeAt(long nanos) {
        line.wakeAt(nanos);
    }

    // --- what it hears ----------------------------------------------------------------------------------------------

    @Override
    public void arrived(ByteBuffer bytes, long now) {
        real.arrived(believed(bytes), now);
    }

    /** What it takes a packet for. */
    private ByteBuffer believed(ByteBuffer bytes) {
        if (bug == ForgedConnectionBug.LOOKS_AT_NO_VERSION && isOfAnotherVersion(bytes)) {
            return written(bytes);
        }
        if (!packet.wrap(bytes)) {
            return bytes;
        }
        boolean half = packet.connection() >> 16 == settings.connection() >> 16;
        boolean reset = packet.type() == Packet.Type.RESET;
        if ((bug == ForgedConnectionBug.HEEDS_A_RESET_OF_HALF_ITS_NUMBER && reset && half)
                || (bug == ForgedConnectionBug.TAKES_WHAT_BEARS_HALF_ITS_NUMBER && !reset && half)) {
            return written(bytes);
        }
        if (packet.connection() == settings.connection()) {
            return packet.type() == Packet.Type.DATA ? message(bytes) : acknowledgement(bytes);
        }
        return bytes;
    }

    private ByteBuffer acknowledgement(ByteBuffer bytes) {
        boolean beyond = packet.type() == Packet.Type.ACK && packet.number() - sent >= 0;
        givenUp |= bug == ForgedConnectionBug.GIVES_UP_AT_AN_ACKNOWLEDGEMENT_BEYOND && beyond;
        return bytes;
    }

    private ByteBuffer message(ByteBuffer bytes) {
        int length = packet.payload().remaining();
        byte word = length > 0 ? packet.payload().get() : 0;
        boolean first = asks && !real.isOpen() && packet.number() == settings.connection();
        boolean question = first && word == PlantedConnection.OPEN && length > 1;
        givenUp |= bug == ForgedConnectionBug.GIVES_UP_WHEN_OPEN_COMES_AGAIN
                && real.isOpen()
                && word == PlantedConnection.OPEN;
        if ((bug == ForgedConnectionBug.TAKES_ITS_OWN_QUESTION_FOR_THE_ANSWER && question)
                || (bug == ForgedConnectionBug.TAKES_BYTES_FOR_THE_ANSWER && first && word == DATA)) {
            ByteBuffer open = ByteBuffer.wrap(new byte[] {PlantedConnection.OPEN});
            new Packet().write(written, Packet.Type.DATA, settings.connection(), packet.number(), 0, 1, open);
            return written;
        }
        if (bug == ForgedConnectionBug.ACKNOWLEDGES_ITS_OWN_QUESTION && question) {
            int next = packet.number() + 1;
            ByteBuffer nothing = ByteBuffer.allocate(0);
            new Packet().write(written, Packet.Type.ACK, settings.connection(), next - 1, next, 1, nothing);
            line.transmit(written);
        }
        if (bug == ForgedConnectionBug.TAKES_BYTES_BEHIND_END && real.isAtEnd() && word == DATA) {
            behind += packet.number() - end > 0 ? length - 1 : 0;
        }
        end = word == END && !real.isAtEnd() ? packet.number() : end;
        endCame |= bug == ForgedConnectionBug.TELLS_THE_END_WHATEVER_ITS_NUMBER && word == END;
        return bytes;
    }

    private boolean isOfAnotherVersion(ByteBuffer bytes) {
        int at = bytes.position();
        if (bytes.remaining() < Packet.HEADER_BYTES
                || bytes.get(at) == 1
                || bytes.getInt(at + 4) != settings.connection()) {
            return false;
        }
        ByteBuffer copy =
                ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
        copy.putInt(16, 0);
        CRC32 crc = new CRC32();
        crc.update(copy);
        return (int) crc.getValue() == bytes.getInt(at + 16);
    }

    /** The same, as if it were whole and its own. */
    private ByteBuffer written(ByteBuffer bytes) {
        int length = bytes.remaining();
        int at = bytes.position();
        Packet.Type type = Packet.Type.values()[Math.min(2, Math.max(0, bytes.get(at + 1) - 1))];
        ByteBuffer payload = ByteBuffer.allocate(length - Packet.HEADER_BYTES)
                .put(bytes.slice(at + Packet.HEADER_BYTES, length - Packet.HEADER_BYTES))
                .flip();
        int number = bytes.getInt(at + 8);
        int next = bytes.getInt(at + 12);
        int room = bytes.getShort(at + 2) & 0xffff;
        new Packet().write(written, type, settings.connection(), number, next, room, payload);
        return written;
    }

    // --- the rest is right ------------------------------------------------------------------------------------------

    @Override
    public void open(long now) {
        asks = true;
        real.open(now);
    }

    @Override
    public void timeout(long now) {
        real.timeout(now);
    }

    @Override
    public boolean isOpen() {
        return real.isOpen();
    }

    @Override
    public int send(ByteBuffer bytes, long now) {
        return real.send(bytes, now);
    }

    @Override
    public void finish(long now) {
        real.finish(now);
    }

    @Override
    public int receive(ByteBuffer into, long now) {
        return real.receive(into, now);
    }

    @Override
    public int availableBytes() {
        return real.availableBytes() + behind;
    }

    @Override
    public boolean isAtEnd() {
        return real.isAtEnd() || endCame;
    }

    @Override
    public boolean isAllAcknowledged() {
        return real.isAllAcknowledged();
    }

    @Override
    public boolean isOver() {
        return real.isOver();
    }

    @Override
    public long lingerNanos() {
        return real.lingerNanos();
    }

    @Override
    public void abort(long now) {
        real.abort(now);
    }

    @Override
    public Optional<Errno> failure() {
        return givenUp ? Optional.of(Errno.ECONNRESET) : real.failure();
    }
}
