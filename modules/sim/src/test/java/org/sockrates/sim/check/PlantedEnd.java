package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** The three protocols once more, as short as they can be written, each with one mistake. */
final class PlantedEnd implements ProtocolEnd {
    private static final AtomicLong LOTS = new AtomicLong();
    private final Protocol like;
    private final @Nullable Bug bug;
    private final ProtocolSettings settings;
    private final Outside outside;
    private final PlantedReceiver receiver;
    private final Packet packet = new Packet();
    private final List<Sent> window = new ArrayList<>();
    private final ByteBuffer only = ByteBuffer.allocate(2_000);
    private int next;
    private int theirs;
    private boolean shut;
    private long backedOffNanos = Long.MIN_VALUE;
    private long dueNanos = Outside.NEVER;

    /** A packet that is outstanding. */
    private static final class Sent {
        private ByteBuffer message = ByteBuffer.allocate(0);
        private int number;
        private long nanos;
        private long dueNanos;
        private boolean again;
        private boolean acknowledged;
    }

    PlantedEnd(Protocol like, @Nullable Bug bug, ProtocolSettings settings, Outside outside) {
        this.like = like;
        this.bug = bug;
        this.settings = settings;
        this.outside = outside;
        receiver = new PlantedReceiver(like, bug, settings, outside);
        next = settings.firstNumber();
        theirs = settings.window();
    }

    // --- what happens -----------------------------------------------------------------------------------------------

    @Override
    public void send(ByteBuffer message, long now) {
        boolean full = window.size() == most();
        if ((!hasRoom() && bug != Bug.TAKES_WITHOUT_ROOM) || (bug == Bug.HAS_ROOM_AND_THROWS && full)) {
            throw new IllegalStateException("no room");
        }
        if (bug == Bug.ALWAYS_HAS_ROOM && full) {
            return;
        }
        Sent sent = new Sent();
        sent.message = bug == Bug.KEEPS_THE_MESSAGE_UNCOPIED ? message : copy(message);
        sent.number = bug == Bug.SHARES_ITS_NUMBERS_BOTH_WAYS ? next + receiver.taken() : next;
        sent.nanos = now;
        next++;
        window.add(sent);
        if (bug != Bug.SENDS_WHAT_IT_TOOK_WHEN_THE_TIMER_RINGS || window.size() == 1) {
            transmit(sent, now);
        }
        if (window.size() == 1) {
            startTimer(now);
        }
        wake();
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
    }

    private void transmit(Sent sent, long now) {
        sent.dueNanos = now + settings.timeout().nanos();
        ByteBuffer into = bug == Bug.SENDS_AGAIN_FROM_ONE_BUFFER ? only : ByteBuffer.allocate(2_000);
        if (bug != Bug.SENDS_AGAIN_FROM_ONE_BUFFER || !sent.again) {
            packet.write(
                    into,
                    Packet.Type.DATA,
                    settings.connection(),
                    sent.number,
                    0,
                    outside.room(),
                    sent.message.duplicate());
        }
        if (bug == Bug.SENDS_PACKETS_OF_ANY_LENGTH && into.limit() > 1_000) {
            into.limit(1_500);
        }
        for (int i = 0; i < (bug == Bug.SENDS_EVERYTHING_FIVE_TIMES ? 5 : 1); i++) {
            outside.transmit(into);
        }
    }

    @Override
    public void arrived(ByteBuffer bytes, long now) {
        if (bug == Bug.READS_WHAT_IS_NOT_THERE && bytes.getInt(bytes.position() + 12) < 0) {
            return;
        }
        if (bug == Bug.READS_FROM_THE_BEGINNING_OF_THE_BUFFER) {
            bytes.position(0);
        }
        boolean whole = packet.wrap(bytes);
        if (bug == Bug.WRITES_INTO_THE_PACKET_TO_CHECK_IT && bytes.remaining() >= Packet.HEADER_BYTES) {
            bytes.putInt(bytes.position() + 16, 0);
        }
        boolean readable = bytes.remaining() >= Packet.HEADER_BYTES && bytes.get(bytes.position() + 1) <= 2;
        if (!whole && readable && packet.type() == Packet.Type.DATA) {
            if (bug == Bug.ACKNOWLEDGES_BEFORE_THE_CHECKSUM) {
                receiver.answer(packet.number());
            }
            whole = bug == Bug.LOOKS_AT_NO_CHECKSUM;
        }
        if (!whole || (packet.connection() != settings.connection() && bug != Bug.LOOKS_AT_NO_CONNECTION)) {
            return;
        }
        if (packet.type() == Packet.Type.DATA) {
            receiver.data(packet);
            if (bug == Bug.SENDS_AGAIN_WHEN_DATA_COMES && !window.isEmpty()) {
                sendAgain(now, Outside.NEVER);
                wake();
            }
        } else {
            acknowledged(packet.number(), packet.next(), packet.window(), now);
            if (bug == Bug.ANSWERS_AN_ACKNOWLEDGEMENT) {
                receiver.answer(packet.number());
            }
        }
    }

    @Override
    public void timeout(long now) {
        if (bug == Bug.WAKES_FOR_EVER && window.isEmpty()) {
            wake();
            return;
        }
        if (bug != Bug.DOES_NOT_BACK_OFF && (like != Protocol.SELECTIVE_REPEAT || isNewFlight(now))) {
            settings.timeout().expired();
            backedOffNanos = now;
        }
        sendAgain(now, like == Protocol.SELECTIVE_REPEAT && bug != Bug.SENDS_ALL_AGAIN ? now : Outside.NEVER);
        if (bug == Bug.DOES_NOT_START_THE_TIMER_AGAIN) {
            dueNanos = Outside.NEVER;
        }
        wake();
    }

    private boolean isNewFlight(long now) {
        return window.stream()
                .anyMatch(sent -> !sent.acknowledged && sent.dueNanos <= now && sent.nanos >= backedOffNanos);
    }

    private void sendAgain(long now, long dueBy) {
        for (Sent sent : window) {
            if (!sent.acknowledged && sent.dueNanos <= dueBy) {
                sent.again = true;
                sent.nanos = now;
                sent.number = bug == Bug.SENDS_AGAIN_UNDER_A_NEW_NUMBER ? next++ : sent.number;
                transmit(sent, now);
                if (bug == Bug.SENDS_ONLY_THE_OLDEST_AGAIN) {
                    break;
                }
            }
        }
        startTimer(now);
    }

    @Override
    public void roomAgain(long now) {
        receiver.roomAgain();
    }

    // --- acknowledgements -------------------------------------------------------------------------------------------

    private void acknowledged(int number, int upTo, int takes, long now) {
        boolean opens = shut && takes > 0;
        shut = takes == 0;
        theirs = bug == Bug.NEVER_OPENS_ITS_WINDOW_AGAIN ? Math.min(theirs, Math.max(1, takes)) : Math.max(1, takes);
        int free = free(number, upTo);
        if (free > 0) {
            learn(window.get(bug == Bug.LEARNS_FROM_THE_NEXT && free < window.size() ? free : free - 1), now);
            window.subList(0, free).clear();
            if (bug != Bug.DOES_NOT_START_THE_TIMER_FOR_THE_NEXT || window.isEmpty()) {
                startTimer(now);
            }
        } else if (like == Protocol.SELECTIVE_REPEAT) {
            mark(number, now);
        } else if (bug == Bug.SENDS_AGAIN_AT_EVERY_OLD_ACKNOWLEDGEMENT && !window.isEmpty()) {
            sendAgain(now, Outside.NEVER);
        }
        if (opens && !window.isEmpty()) {
            sendAgain(now, Outside.NEVER);
        }
        wake();
    }

    private int free(int number, int upTo) {
        if (window.isEmpty() || like == Protocol.SELECTIVE_REPEAT) {
            return 0;
        }
        int steps = upTo - window.get(0).number;
        boolean ahead = bug == Bug.COMPARES_NUMBERS_BY_SIZE
                ? Integer.toUnsignedLong(upTo) > Integer.toUnsignedLong(window.get(0).number)
                : steps > 0 && steps <= window.size();
        if (bug == Bug.TAKES_ANY_ACKNOWLEDGEMENT) {
            return 1;
        }
        if (bug == Bug.FREES_UP_TO_ANY_NUMBER && number - window.get(0).number >= -1) {
            return Math.min(window.size(), steps + 1);
        }
        int all = bug == Bug.FREES_ONE_FOR_EACH_ACKNOWLEDGEMENT ? 1 : Math.min(steps, window.size());
        return ahead ? all : 0;
    }

    private void mark(int number, long now) {
        for (Sent sent : List.copyOf(window)) {
            boolean before = bug == Bug.FREES_ALL_BEFORE && sent.number - number < 0;
            if ((sent.number == number || before) && !sent.acknowledged) {
                sent.acknowledged = true;
                if (!before) {
                    learn(sent, now);
                }
            }
        }
        if (bug == Bug.SLIDES_AT_ANY_ACKNOWLEDGEMENT && !window.isEmpty()) {
            window.remove(0);
        }
        while (!window.isEmpty() && window.get(0).acknowledged) {
            window.remove(0);
        }
    }

    private void learn(Sent sent, long now) {
        boolean more = bug != Bug.LEARNS_ONCE || sent.number == settings.firstNumber();
        if ((!sent.again && more) || bug == Bug.LEARNS_FROM_WHAT_WENT_TWICE) {
            settings.timeout().measured(now - sent.nanos);
        } else {
            settings.timeout().progressed(now); // a run begins at 0
        }
    }

    private void startTimer(long now) {
        dueNanos = window.isEmpty() && bug != Bug.DOES_NOT_STOP_THE_TIMER
                ? Outside.NEVER
                : now + (bug == Bug.RINGS_AT_ONCE ? 0 : settings.timeout().nanos());
    }

    private void wake() {
        long due = dueNanos;
        if (like == Protocol.SELECTIVE_REPEAT) {
            due = window.stream()
                    .filter(sent -> !sent.acknowledged)
                    .mapToLong(sent -> sent.dueNanos)
                    .min()
                    .orElse(Outside.NEVER);
        }
        if (bug == Bug.DRAWS_LOTS && due != Outside.NEVER) {
            due = window.get(0).dueNanos - LOTS.incrementAndGet() % 3;
        }
        if (bug == Bug.SETS_THE_TIMER_TO_HOW_LONG && due != Outside.NEVER) {
            due = settings.timeout().nanos();
        }
        due = bug == Bug.WAKES_FOR_EVER && due == Outside.NEVER ? 4_000_000_000L * 1_000 : due;
        if (bug != Bug.NEVER_STARTS_THE_TIMER) {
            outside.wakeAt(due);
        }
    }

    // --- how it stands ----------------------------------------------------------------------------------------------

    private int most() {
        boolean more = bug == Bug.WINDOW_OF_ONE_MORE || bug == Bug.WINDOW_OF_ONE_MORE_SELECTIVE;
        int own = bug == Bug.WAITS_FOR_EACH_ACKNOWLEDGEMENT ? 1 : settings.window() + (more ? 1 : 0);
        return bug == Bug.IGNORES_THE_OTHERS_WINDOW ? own : Math.min(own, more ? theirs + 1 : theirs);
    }

    @Override
    public boolean hasRoom() {
        return window.size() < most() || bug == Bug.ALWAYS_HAS_ROOM || bug == Bug.HAS_ROOM_AND_THROWS;
    }

    @Override
    public boolean allAcknowledged() {
        if (bug == Bug.SPEAKS_WHEN_IT_IS_ASKED) {
            receiver.tellRoom();
        }
        if (bug == Bug.NEVER_SAYS_THAT_ALL_IS_ACKNOWLEDGED) {
            return next == settings.firstNumber();
        }
        return window.size() < (bug == Bug.SAYS_TOO_EARLY_THAT_ALL_IS_ACKNOWLEDGED ? 2 : 1);
    }
}
