package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Errno;

/**
 * A connection over a protocol of reliable transfer: three kinds of message, each one byte and what follows it. Both ends
 * open, carry bytes, and end their own way. The protocol below gets each across once and in order, so nothing is said twice
 * here, and nothing is waited for but the other end.
 *
 * <p>It is the three-way handshake (RFC 9293 §3.5) without flags: who accepts knows that who asked is really there when its
 * own OPEN is acknowledged.
 */
public final class Conversation implements Connection, Outside {
    /** The most bytes of a program that one packet carries: a byte says of which kind it is. */
    public static final int MOST_BYTES = Packet.MOST_PAYLOAD_BYTES - 1;

    /**
     * How long the OPEN is of who asks; all but its first byte is zero. Whoever listens may have to say OPEN eleven times
     * before it gives up, to somebody who perhaps never asked: it answers no more than three times what came (RFC 9000 §8.1).
     */
    static final int ASKING_BYTES = 80;

    private static final int LAST_WORDS = 3;

    static final byte OPEN = 1;
    static final byte DATA = 2;
    static final byte END = 3;
    private static final byte[] ZEROS = new byte[ASKING_BYTES];

    private final ConversationSettings settings;
    private final Line line;
    private final BothHalves end;
    private final ByteRing unsent;
    private final Incoming incoming;
    private final ByteRing received;
    private final ByteBuffer message = ByteBuffer.allocate(Packet.MOST_PAYLOAD_BYTES);
    private final Packet packet = new Packet();
    private boolean asks;
    private boolean openSent;
    private boolean bothKnow;
    private boolean endWanted;
    private boolean endSent;
    private long heardNanos;
    private long dueNanos = NEVER;
    private @Nullable Errno failure;

    public Conversation(ConversationSettings settings, Line line) {
        this.settings = settings;
        this.line = line;
        unsent = new ByteRing(settings.bufferBytes());
        incoming = new Incoming(settings.connection(), settings.bufferBytes());
        received = incoming.bytes();
        end = settings.protocol().halves(settings.protocolSettings(), this);
    }

    // --- packets, seen from outside ---------------------------------------------------------------------------------

    /** The connection that a packet says it is of; whether it is a packet, nobody has looked yet. */
    public static int claimedConnection(ByteBuffer packet) {
        return Packet.claimedConnection(packet);
    }

    /** Whether this is a whole packet that opens a connection: the first of one, and as long as it must be. */
    public static boolean opens(ByteBuffer bytes) {
        Packet packet = new Packet();
        return packet.wrap(bytes)
                && packet.type() == Packet.Type.DATA
                && packet.number() == packet.connection()
                && packet.payload().remaining() == ASKING_BYTES
                && packet.payload().get(0) == OPEN;
    }

    /** The reset that answers a whole packet of no connection; nothing answers a reset, or what is no packet. */
    public static Optional<ByteBuffer> refusal(ByteBuffer bytes) {
        Packet packet = new Packet();
        if (!packet.wrap(bytes) || packet.type() == Packet.Type.RESET) {
            return Optional.empty();
        }
        ByteBuffer reset = ByteBuffer.allocate(Packet.HEADER_BYTES);
        writeReset(packet.connection(), reset);
        return Optional.of(reset);
    }

    private static void writeReset(int connection, ByteBuffer into) {
        new Packet().write(into, Packet.Type.RESET, connection, 0, 0, 0, ByteBuffer.allocate(0));
    }

    // --- opening and ending -----------------------------------------------------------------------------------------

    @Override
    public void open(long nowNanos) {
        asks = true;
        incoming.asked();
        sendOpen(ASKING_BYTES, nowNanos);
    }

    private void sendOpen(int bytes, long nowNanos) {
        openSent = true;
        say(message.clear().put(OPEN).put(ZEROS, 0, bytes - 1).flip(), nowNanos);
    }

    @Override
    public void finish(long nowNanos) {
        endWanted = true;
        goOn(nowNanos);
    }

    /** What could not be said before, and can be now. */
    private void goOn(long nowNanos) {
        if (failure != null) {
            return;
        }
        if (incoming.hasOpenCome() && !openSent) {
            sendOpen(1, nowNanos);
        }
        bothKnow |= incoming.hasOpenCome() && (asks || incoming.hasMoreCome() || end.allAcknowledged());
        if (bothKnow) {
            sendWaiting(nowNanos);
        }
        if (bothKnow && endWanted && !endSent && unsent.availableBytes() == 0 && end.hasRoom()) {
            endSent = true;
            say(message.clear().put(END).flip(), nowNanos);
        }
    }

    /** The other end's silence is counted from when it has something to answer. */
    private void say(ByteBuffer what, long nowNanos) {
        if (end.allAcknowledged()) {
            heardNanos = nowNanos;
        }
        end.send(what, nowNanos);
    }

    // --- bytes ------------------------------------------------------------------------------------------------------

    @Override
    public int send(ByteBuffer bytes, long nowNanos) {
        if (endWanted) {
            throw new IllegalStateException("send: after finish (expected: before)");
        }
        int taken = bothKnow && failure == null ? unsent.put(bytes) : 0;
        goOn(nowNanos);
        return taken;
    }

    /** As much as the protocol has room for; the rest waits, and goes in as few packets as it fits into. */
    private void sendWaiting(long nowNanos) {
        while (unsent.availableBytes() > 0 && end.hasRoom()) {
            message.clear().put(DATA);
            unsent.take(message);
            say(message.flip(), nowNanos);
        }
    }

    @Override
    public int receive(ByteBuffer into, long nowNanos) {
        boolean wasFull = room() == 0;
        int bytes = received.take(into);
        if (wasFull && room() > 0 && failure == null) {
            end.roomAgain(nowNanos);
        }
        return bytes;
    }

    // --- what the protocol says and asks ----------------------------------------------------------------------------

    @Override
    public void deliver(ByteBuffer delivered) {
        if (incoming.takesOpen(delivered)) {
            wakeAt(dueNanos); // it is awaited no more
        }
    }

    @Override
    public int room() {
        return received.freeBytes() / MOST_BYTES;
    }

    @Override
    public void transmit(ByteBuffer bytes) {
        line.transmit(bytes);
    }

    /** What the protocol waits for; who asked waits for OPEN, too, though everything may be acknowledged. */
    @Override
    public void wakeAt(long nanos) {
        dueNanos = nanos;
        line.wakeAt(awaitsOpen() ? Math.min(nanos, heardNanos + settings.openingNanos()) : nanos);
    }

    private boolean awaitsOpen() {
        return asks && !incoming.hasOpenCome();
    }

    // --- what happens -----------------------------------------------------------------------------------------------

    @Override
    public void arrived(ByteBuffer bytes, long nowNanos) {
        if (failure != null || !packet.wrap(bytes) || packet.connection() != settings.connection()) {
            return;
        }
        if (incoming.isNoAnswer(packet)) {
            return;
        }
        heardNanos = nowNanos;
        if (packet.type() == Packet.Type.RESET) {
            unreachable(Errno.ECONNREFUSED, nowNanos);
        } else if (incoming.isBehindEnd(packet)) {
            end.roomAgain(nowNanos); // it says where it stands, and takes nothing
        } else {
            end.arrived(packet, nowNanos);
            goOn(nowNanos);
        }
    }

    @Override
    public void timeout(long nowNanos) {
        if (failure != null) {
            return;
        }
        long silence = bothKnow ? settings.silenceNanos() : settings.openingNanos();
        if ((awaitsOpen() || !end.allAcknowledged()) && nowNanos - heardNanos >= silence) {
            reset();
            fail(Errno.ETIMEDOUT);
        } else {
            end.timeout(nowNanos);
            goOn(nowNanos);
        }
    }

    @Override
    public void abort(long nowNanos) {
        if (failure == null) {
            reset();
            fail(Errno.ECONNABORTED);
        }
    }

    /**
     * Below is UDP, whose ports have programs: where nobody is, nobody will answer. When all is over that is as it should be:
     * the other end went first, and what it was sent late is no reason to go before the last words are answered (RFC 1337).
     */
    @Override
    public void unreachable(Errno why, long nowNanos) {
        if (failure == null && !isOver() && (why == Errno.ECONNREFUSED || !bothKnow)) {
            fail(bothKnow ? Errno.ECONNRESET : why);
        }
    }

    private void reset() {
        writeReset(settings.connection(), message);
        line.transmit(message);
    }

    private void fail(Errno why) {
        failure = why;
        line.wakeAt(NEVER);
    }

    // --- how it stands ----------------------------------------------------------------------------------------------

    @Override
    public boolean isOpen() {
        return bothKnow;
    }

    @Override
    public int availableBytes() {
        return received.availableBytes();
    }

    @Override
    public boolean isAtEnd() {
        return incoming.hasEndCome() && received.availableBytes() == 0;
    }

    @Override
    public boolean isAllAcknowledged() {
        return end.allAcknowledged() && unsent.availableBytes() == 0 && (!endWanted || endSent);
    }

    @Override
    public boolean isOver() {
        return incoming.hasEndCome() && endSent && end.allAcknowledged();
    }

    /** Long enough for the other end to say its last word three times more. */
    @Override
    public long lingerNanos() {
        return LAST_WORDS * settings.timeout().nanos();
    }

    @Override
    public Optional<Errno> failure() {
        return Optional.ofNullable(failure);
    }
}
