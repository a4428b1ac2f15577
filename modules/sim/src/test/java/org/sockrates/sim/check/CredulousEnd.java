package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** The three protocols by somebody who reads packets himself, each with one mistake. */
final class CredulousEnd implements ProtocolEnd {
    private static final int LONGEST = Packet.HEADER_BYTES + Packet.MOST_PAYLOAD_BYTES;

    private final Protocol like;
    private final @Nullable ForgedBug bug;
    private final ProtocolSettings settings;
    private final Outside outside;
    private final CredulousReceiver receiver;
    private final Packet writer = new Packet();
    private final ByteBuffer packet = ByteBuffer.allocate(LONGEST);
    private final byte[] longest = new byte[LONGEST];
    private final List<Sent> window = new ArrayList<>();
    private int next;
    private int theirs;
    private boolean shut;
    private long backedOffNanos = Long.MIN_VALUE;
    private long dueNanos = Outside.NEVER;

    private static final class Sent {
        private final int number;
        private final ByteBuffer message;
        private long nanos;
        private long dueNanos;
        private boolean again;
        private boolean acknowledged;

        private Sent(int number, ByteBuffer message) {
            this.number = number;
            this.message = message;
        }
    }

    CredulousEnd(Protocol like, @Nullable ForgedBug bug, ProtocolSettings settings, Outside outside) {
        this.like = like;
        this.bug = bug;
        this.settings = settings;
        this.outside = outside;
        receiver = new CredulousReceiver(like, bug, settings, outside);
        next = settings.firstNumber();
        theirs = settings.window();
    }

    private boolean isSelective() {
        return like == Protocol.SELECTIVE_REPEAT;
    }

    // --- what is a packet, and whose --------------------------------------------------------------------------------

    @Override
    public void arrived(ByteBuffer bytes, long now) {
        int at = bytes.position();
        int length = bytes.remaining();
        if (bug == ForgedBug.COPIES_INTO_THE_LONGEST_PACKET) {
            bytes.duplicate().get(longest, 0, length);
        }
        if (length < Packet.HEADER_BYTES || !hasItsChecksum(bytes)) {
            return;
        }
        byte type = bytes.get(at + 1);
        boolean meant = type == 1 || type == 2 || bug == ForgedBug.LOOKS_AT_ONE_BIT_OF_THE_TYPE;
        boolean ours = bug == ForgedBug.COMPARES_HALF_THE_CONNECTION
                ? bytes.getShort(at + 4) == (short) (settings.connection() >> 16)
                : bytes.getInt(at + 4) == settings.connection();
        if ((bytes.get(at) != 1 && bug != ForgedBug.LOOKS_AT_NO_VERSION)
                || (length > LONGEST && bug != ForgedBug.TAKES_ANY_LENGTH)
                || !meant
                || !ours) {
            return;
        }
        int number = bytes.getInt(at + 8);
        if ((type & 1) == 1) {
            receiver.data(number, bytes.slice(at + Packet.HEADER_BYTES, length - Packet.HEADER_BYTES));
        } else {
            acknowledged(number, bytes.getInt(at + 12), bytes.getShort(at + 2) & 0xffff, now);
        }
    }

    private static boolean hasItsChecksum(ByteBuffer bytes) {
        ByteBuffer copy = copy(bytes);
        copy.putInt(16, 0);
        CRC32 crc = new CRC32();
        crc.update(copy);
        return (int) crc.getValue() == bytes.getInt(bytes.position() + 16);
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
    }

    // --- what is said -----------------------------------------------------------------------------------------------

    @Override
    public void send(ByteBuffer message, long now) {
        if (!hasRoom()) {
            throw new IllegalStateException("no room");
        }
        Sent sent = new Sent(next++, copy(message));
        window.add(sent);
        transmit(sent, now);
        if (window.size() == 1) {
            startTimer(now);
        }
        wake();
    }

    private void transmit(Sent sent, long now) {
        sent.nanos = now;
        sent.dueNanos = now + settings.timeout().nanos();
        writer.write(packet, Packet.Type.DATA, settings.connection(), sent.number, 0, outside.room(), sent.message);
        outside.transmit(packet);
    }

    @Override
    public void timeout(long now) {
        boolean newFlight = window.stream()
                .anyMatch(sent -> !sent.acknowledged && sent.dueNanos <= now && sent.nanos >= backedOffNanos);
        if (!isSelective() || newFlight) {
            settings.timeout().expired();
            backedOffNanos = now;
        }
        sendAgain(now, isSelective() ? now : Outside.NEVER);
        wake();
    }

    private void sendAgain(long now, long dueBy) {
        for (Sent sent : window) {
            if (!sent.acknowledged && sent.dueNanos <= dueBy) {
                sent.again = true;
                transmit(sent, now);
            }
        }
        startTimer(now);
    }

    @Override
    public void roomAgain(long now) {
        receiver.tellRoom();
    }

    // --- acknowledgements -------------------------------------------------------------------------------------------

    private void acknowledged(int number, int upTo, int takes, long now) {
        boolean opens = shut && takes > 0;
        shut = takes == 0;
        theirs = Math.max(1, takes);
        if (!window.isEmpty()) {
            if (isSelective()) {
                mark(number - window.get(0).number, upTo - window.get(0).number, now);
            } else {
                free(like == Protocol.STOP_AND_WAIT ? ofOne(number) : ofAll(upTo), now);
            }
        }
        if (opens && !window.isEmpty()) {
            sendAgain(now, Outside.NEVER);
        }
        wake();
    }

    private int ofOne(int number) {
        int steps = number - window.get(0).number;
        boolean done = bug == ForgedBug.FREES_WHAT_IS_NOT_SMALLER
                ? steps >= 0
                : bug == ForgedBug.FREES_BY_THE_LOWEST_BIT ? (steps & 1) == 0 : steps == 0;
        return done ? 1 : 0;
    }

    private int ofAll(int upTo) {
        int steps = upTo - window.get(0).number;
        if (bug == ForgedBug.FREES_BY_DISTANCE) {
            steps = Math.abs(steps);
        } else if (bug == ForgedBug.FREES_BY_THE_LOWEST_BYTE) {
            steps = steps << 24 >> 24;
        } else if (bug == ForgedBug.FREES_ALL_WHERE_MORE_IS_ACKNOWLEDGED) {
            steps = Math.min(steps, window.size());
        } else if (bug == ForgedBug.ANSWERS_AN_ACKNOWLEDGEMENT_AS_TCP_DOES && steps > window.size()) {
            receiver.tellRoom();
        }
        return steps <= window.size() ? Math.max(0, steps) : 0;
    }

    private void free(int count, long now) {
        if (count > 0) {
            learn(window.get(count - 1), now);
            window.subList(0, count).clear();
            startTimer(now);
        }
    }

    private void mark(int steps, int upTo, long now) {
        int place = bug == ForgedBug.MARKS_AROUND_THE_RING ? Math.floorMod(steps, settings.window()) : steps;
        boolean ahead = place >= 0 && (place < window.size() || bug == ForgedBug.LOOKS_UP_WHAT_IT_NEVER_SENT);
        if (ahead && !window.get(place).acknowledged) {
            window.get(place).acknowledged = true;
            learn(window.get(place), now);
        }
        for (int i = 0; i < Math.min(upTo, window.size()) && bug == ForgedBug.FREES_ALL_BEFORE_NEXT_TOO; i++) {
            window.get(i).acknowledged = true;
        }
        while (!window.isEmpty() && window.get(0).acknowledged) {
            window.remove(0);
        }
    }

    private void learn(Sent sent, long now) {
        if (sent.again) {
            settings.timeout().progressed(now); // a run begins at 0
        } else {
            settings.timeout().measured(now - sent.nanos);
        }
    }

    private void startTimer(long now) {
        dueNanos = window.isEmpty() ? Outside.NEVER : now + settings.timeout().nanos();
    }

    private void wake() {
        long due = isSelective()
                ? window.stream()
                        .filter(sent -> !sent.acknowledged)
                        .mapToLong(sent -> sent.dueNanos)
                        .min()
                        .orElse(Outside.NEVER)
                : dueNanos;
        outside.wakeAt(due);
    }

    // --- how it stands ----------------------------------------------------------------------------------------------

    @Override
    public boolean hasRoom() {
        return window.size() < Math.min(like == Protocol.STOP_AND_WAIT ? 1 : settings.window(), theirs);
    }

    @Override
    public boolean allAcknowledged() {
        return window.isEmpty();
    }
}
