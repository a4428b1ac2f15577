package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Conversation;
import org.sockrates.transport.rdt.ConversationSettings;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.Packet;

/** A conversation behind somebody who changes what it says, what it hears, or what it is asked: one mistake. */
final class PlantedConnection implements Connection, Line {
    static final byte OPEN = 1;
    private static final byte DATA = 2;
    private static final byte END = 3;

    private final @Nullable ConnectionBug bug;
    private final ConversationSettings settings;
    private final Line line;
    private final Packet packet = new Packet();
    private final ByteBuffer written = ByteBuffer.allocate(Packet.HEADER_BYTES + Packet.MOST_PAYLOAD_BYTES);
    private Connection real;
    private int openings;
    private int ends;
    private boolean finished;
    private boolean forgot;
    private boolean opened;
    private boolean untold;
    private boolean rings;
    private boolean reads;
    private boolean heeded;
    private @Nullable Errno failure;

    PlantedConnection(@Nullable ConnectionBug bug, ConversationSettings settings, Line line) {
        this.bug = bug;
        this.settings = settings;
        this.line = line;
        real = new Conversation(patient(settings), this);
    }

    private ConversationSettings patient(ConversationSettings usual) {
        long forever = Long.MAX_VALUE / 2;
        boolean endless = is(ConnectionBug.WAITS_FOR_EVER);
        boolean none = is(ConnectionBug.GIVES_UP_AT_THE_FIRST_TIMEOUT);
        return new ConversationSettings(
                usual.protocol(),
                usual.connection(),
                is(ConnectionBug.WAITS_FOR_EACH_MESSAGE) ? 1 : usual.window(),
                usual.bufferBytes(),
                usual.timeout(),
                endless ? forever : usual.openingNanos(),
                endless ? forever : none ? 1 : usual.silenceNanos());
    }

    private boolean is(ConnectionBug one) {
        return bug == one;
    }

    // --- what it says -----------------------------------------------------------------------------------------------

    @Override
    public void transmit(ByteBuffer bytes) {
        packet.wrap(bytes);
        byte word = word();
        if (is(ConnectionBug.OPENS_WITH_ANOTHER_WORD) && word == OPEN) {
            say(packet.number(), new byte[] {DATA, 'x'});
        } else if (is(ConnectionBug.ASKS_IN_A_WORD) && word == OPEN) {
            say(packet.number(), new byte[] {OPEN});
        } else if (is(ConnectionBug.SAYS_A_WORD_THAT_NOBODY_KNOWS) && word == END) {
            say(packet.number(), new byte[] {4});
        } else if (is(ConnectionBug.LEAVES_OUT_THE_FIRST_BYTE) && word == DATA) {
            byte[] fewer = new byte[packet.payload().remaining() - 1];
            packet.payload().get(1, fewer);
            fewer[0] = DATA;
            say(packet.number(), fewer);
        } else if (is(ConnectionBug.GIVES_UP_WITHOUT_A_WORD) && packet.type() == Packet.Type.RESET) {
            return;
        } else if (is(ConnectionBug.GIVES_UP_A_SILENT_END_WITHOUT_A_WORD) && rings && word == 0) {
            return;
        } else if (is(ConnectionBug.TELLS_NOBODY_OF_ROOM) && reads) {
            return;
        } else {
            line.transmit(bytes);
        }
        more(word);
    }

    private void more(byte word) {
        int next = packet.number() + 1;
        if (is(ConnectionBug.SPEAKS_BEFORE_IT_IS_ANSWERED) && word == OPEN) {
            say(next, new byte[] {DATA, 'x'});
        } else if (is(ConnectionBug.SPEAKS_BEHIND_END) && word == END) {
            say(next, new byte[] {DATA, 'x'});
        } else if (is(ConnectionBug.SAYS_RESET_TWICE) && packet.type() == Packet.Type.RESET) {
            line.transmit(empty(Packet.Type.RESET));
        }
    }

    /** The first byte of the message that the packet carries; 0 where it carries none. */
    private byte word() {
        boolean says = packet.type() == Packet.Type.DATA && packet.payload().hasRemaining();
        return says ? packet.payload().get() : 0;
    }

    private void say(int number, byte[] message) {
        new Packet().write(written, Packet.Type.DATA, settings.connection(), number, 0, 1, ByteBuffer.wrap(message));
        line.transmit(written);
    }

    private ByteBuffer empty(Packet.Type type) {
        new Packet().write(written, type, settings.connection(), 0, 0, 0, ByteBuffer.allocate(0));
        return written;
    }

    @Override
    public void wakeAt(long nanos) {
        boolean on = is(ConnectionBug.LEAVES_THE_TIMER_ON) && nanos == NEVER;
        boolean off = is(ConnectionBug.WAITS_FOR_OPEN_WITHOUT_A_TIMER) && nanos > settings.openingNanos();
        if (!on) {
            line.wakeAt(off ? NEVER : nanos);
        }
    }

    // --- what it hears ----------------------------------------------------------------------------------------------

    @Override
    public void arrived(ByteBuffer bytes, long now) {
        boolean whole = packet.wrap(bytes);
        boolean ours = whole && packet.connection() == settings.connection();
        byte word = ours ? word() : 0;
        boolean reset = whole && packet.type() == Packet.Type.RESET;
        openings += word == OPEN ? 1 : 0;
        ends += word == END ? 1 : 0;
        heeded |= ours && packet.type() == Packet.Type.ACK;
        if (reset) {
            resetCame(bytes, ours, now);
            return;
        }
        if (is(ConnectionBug.OPENS_AGAIN_WHEN_OPEN_COMES_AGAIN) && word == OPEN && openings > 1) {
            real = new Conversation(settings, this);
        }
        if (is(ConnectionBug.ACKNOWLEDGES_END_ONCE) && word == END && ends > 1) {
            return;
        }
        if (is(ConnectionBug.IS_DEAF_WHEN_IT_HAS_FINISHED) && finished && word == DATA) {
            return;
        }
        if (is(ConnectionBug.SAYS_END_AGAIN_WHEN_IT_IS_OVER) && word == END && real.isOver()) {
            say(settings.connection() + 1, new byte[] {END});
        }
        if (is(ConnectionBug.SPEAKS_WHEN_IT_HAS_FAILED)
                && word != 0
                && real.failure().isPresent()) {
            line.transmit(empty(Packet.Type.RESET));
        }
        untold = is(ConnectionBug.TELLS_THE_END_TWICE) && word == END && ends > 1;
        real.arrived(bytes, now);
        if (is(ConnectionBug.ENDS_WHEN_THE_OTHER_DOES) && word == END) {
            real.finish(now);
        }
    }

    private void resetCame(ByteBuffer bytes, boolean ours, long now) {
        if (is(ConnectionBug.HEEDS_NO_RESET)) {
            return;
        }
        if (is(ConnectionBug.ANSWERS_A_RESET_THAT_ENDS_IT) && ours) {
            line.transmit(empty(Packet.Type.RESET));
        }
        if (is(ConnectionBug.HEEDS_A_RESET_WHEN_IT_IS_OVER) && ours && real.isOver()) {
            failure = Errno.ECONNRESET;
        }
        real.arrived(is(ConnectionBug.HEEDS_ANY_RESET) ? empty(Packet.Type.RESET) : bytes, now);
    }

    @Override
    public void timeout(long now) {
        rings = true;
        real.timeout(now);
        rings = false;
    }

    // --- what its program does --------------------------------------------------------------------------------------

    @Override
    public void open(long now) {
        heeded = true; // who asks knows by the answer
        real.open(now);
    }

    @Override
    public int send(ByteBuffer bytes, long now) {
        if (is(ConnectionBug.TAKES_BYTES_BEFORE_IT_IS_OPEN) && !real.isOpen()) {
            int all = bytes.remaining();
            bytes.position(bytes.limit());
            return all;
        }
        if (is(ConnectionBug.TAKES_NOTHING_WHEN_IT_HAS_FINISHED) && finished) {
            return 0;
        }
        if (is(ConnectionBug.IS_MUTE_WHEN_THE_OTHER_HAS_FINISHED) && real.isAtEnd()) {
            return 0;
        }
        if (is(ConnectionBug.FORGETS_AN_END_THAT_COMES_TOO_EARLY) && finished) {
            throw new IllegalStateException("finished");
        }
        int all = bytes.remaining();
        int taken = real.send(bytes, now);
        return is(ConnectionBug.SAYS_IT_TOOK_ALL) ? all : taken;
    }

    @Override
    public void finish(long now) {
        finished = true;
        forgot = is(ConnectionBug.FORGETS_AN_END_THAT_COMES_TOO_EARLY) && !real.isOpen();
        if (!forgot) {
            real.finish(now);
        }
    }

    @Override
    public int receive(ByteBuffer into, long now) {
        reads = true;
        int bytes = real.receive(into, now);
        reads = false;
        if (is(ConnectionBug.ACKNOWLEDGES_WHATEVER_IS_READ)) {
            line.transmit(empty(Packet.Type.ACK));
        }
        if (is(ConnectionBug.READS_THE_LAST_BYTE_TWICE) && bytes > 1) {
            into.put(into.position() - 2, into.get(into.position() - 1));
        }
        return bytes;
    }

    @Override
    public void abort(long now) {
        real.abort(now);
    }

    // --- how it says it stands --------------------------------------------------------------------------------------

    @Override
    public boolean isOpen() {
        boolean notYet = is(ConnectionBug.NOTICES_BY_ACKNOWLEDGEMENTS_ONLY_THAT_IT_IS_OPEN) && !heeded;
        if (notYet || (is(ConnectionBug.IS_NOT_OPEN_WHEN_THE_OTHER_HAS_ENDED) && real.isAtEnd())) {
            return false;
        }
        if (is(ConnectionBug.NOTICES_TOO_LATE_THAT_IT_IS_OPEN)) {
            boolean was = opened;
            opened = real.isOpen();
            return was && opened;
        }
        return real.isOpen() || is(ConnectionBug.SAYS_TOO_EARLY_THAT_IT_IS_OPEN);
    }

    @Override
    public int availableBytes() {
        int bytes = real.availableBytes();
        if (is(ConnectionBug.COUNTS_WHAT_IT_HAS_NO_PLACE_FOR)) {
            return bytes > 0 && bytes + Conversation.MOST_BYTES > settings.bufferBytes()
                    ? settings.bufferBytes() + 1
                    : bytes;
        }
        return bytes + (is(ConnectionBug.COUNTS_THE_WORD_AS_A_BYTE) ? 1 : 0);
    }

    @Override
    public boolean isAtEnd() {
        boolean early = is(ConnectionBug.TELLS_THE_END_BEFORE_THE_LAST_BYTES) && ends > 0;
        return (real.isAtEnd() && !untold && !is(ConnectionBug.NEVER_TELLS_THE_END)) || early;
    }

    @Override
    public boolean isAllAcknowledged() {
        return (real.isAllAcknowledged() && !forgot) || is(ConnectionBug.SAYS_TOO_EARLY_THAT_ALL_IS_ACKNOWLEDGED);
    }

    @Override
    public boolean isOver() {
        boolean early = is(ConnectionBug.IS_OVER_WHEN_IT_HAS_SAID_END) && finished && real.isAtEnd();
        boolean never = is(ConnectionBug.IS_NEVER_OVER) || is(ConnectionBug.NEVER_TELLS_THE_END);
        return (real.isOver() && !never) || early;
    }

    @Override
    public long lingerNanos() {
        return is(ConnectionBug.IS_GONE_WHEN_IT_IS_OVER) ? 0 : real.lingerNanos();
    }

    @Override
    public Optional<Errno> failure() {
        if (failure != null) {
            return Optional.of(failure);
        }
        Optional<Errno> real = this.real.failure();
        return real.isPresent() && is(ConnectionBug.CALLS_EVERY_FAILURE_A_RESET) ? Optional.of(Errno.ECONNRESET) : real;
    }
}
