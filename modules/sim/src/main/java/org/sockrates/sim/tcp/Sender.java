package org.sockrates.sim.tcp;

import java.nio.ByteBuffer;

/**
 * Sends what the program gave, as far as the other end's window, the congestion window and Nagle let it, and again what was
 * lost. {@code una}, {@code next} and {@code end} are RFC 9293's SND.UNA, SND.NXT and the number behind the last byte given.
 */
final class Sender {
    private static final int INITIAL_WINDOW = 10; // RFC 6928
    private static final int MOST_SYN_RETRIES = 6;
    private static final int MOST_RETRIES = 15;

    private final ModelSettings settings;
    private final Outgoing outgoing;
    private final Acknowledgements acknowledgements;
    private final ByteRing buffer;
    private final PeerWindow peer = new PeerWindow();
    private final SillyWindows silly;
    private final Flight flight = new Flight();
    private final CongestionWindow window = new CongestionWindow(INITIAL_WINDOW);
    private final Recovery recovery = new Recovery(flight, window);
    private final RetransmissionTimer timer = new RetransmissionTimer();
    private int segmentBytes;
    private int una;
    private int next;
    private int end;
    private boolean open;
    private boolean finishing;
    private boolean finSent;
    private int synRepeats;
    private long roundTripNanos;
    private long lastSentNanos;

    Sender(ModelSettings settings, Outgoing outgoing, Acknowledgements acknowledgements) {
        this.settings = settings;
        this.outgoing = outgoing;
        this.acknowledgements = acknowledgements;
        buffer = new ByteRing(settings.sendBufferBytes());
        segmentBytes = settings.segmentBytes();
        una = settings.firstNumber();
        next = una;
        end = una + 1;
        silly = new SillyWindows(settings.nagle(), peer, una);
    }

    // --- the beginning ----------------------------------------------------------------------------------------------

    void syn(long nowNanos) {
        next = una + 1;
        flight.add(una, 1, Segment.SYN, nowNanos);
        outgoing.syn(una);
        timer.start(nowNanos);
    }

    /** Says it again, since the other end did. */
    void synAgain() {
        outgoing.syn(una);
    }

    /** The other end's SYN has come. */
    void agree(Segment syn, boolean scaled) {
        segmentBytes = Math.min(settings.segmentBytes(), syn.maximumSegmentBytes());
        peer.begin(syn, scaled, una);
    }

    /** The SYN is acknowledged: data may go. */
    void opened(Segment segment, long nowNanos) {
        una = segment.acknowledgement();
        peer.update(segment);
        flight.acknowledge(una);
        if (flight.isMeasurable()) {
            measured(nowNanos - flight.measuredFromNanos());
        } else {
            timer.beginWithoutSample();
        }
        if (synRepeats > 1) {
            window.beginSmall();
        }
        timer.heard();
        timer.stop();
        lastSentNanos = nowNanos;
        open = true;
    }

    private void measured(long nanos) {
        timer.measured(nanos);
        roundTripNanos = roundTripNanos == 0 ? nanos : roundTripNanos + (nanos - roundTripNanos) / 8;
    }

    // --- the program ------------------------------------------------------------------------------------------------

    /** How many bytes could be taken now. */
    int room() {
        return open ? settings.sendBufferBytes() - (end - una) : 0;
    }

    int take(ByteBuffer bytes, long nowNanos) {
        int length = Math.min(bytes.remaining(), room());
        if (length > 0) {
            if (flight.isEmpty() && nowNanos - lastSentNanos > timer.timeoutNanos()) {
                window.idle((nowNanos - lastSentNanos) / timer.timeoutNanos());
            }
            buffer.hold(una, end - una + length);
            buffer.put(end, bytes, length);
            end += length;
        }
        return length;
    }

    void finish() {
        finishing = true;
    }

    // --- acknowledgements -------------------------------------------------------------------------------------------

    int next() {
        return next;
    }

    boolean isFinAcknowledged() {
        return finSent && una == next;
    }

    boolean isAllAcknowledged() {
        return open && (finishing ? isFinAcknowledged() : una == end);
    }

    /** An acknowledgement, not beyond what was sent (RFC 9293 §3.10.7.4). */
    void acknowledged(Segment segment, long nowNanos) {
        int acknowledgement = segment.acknowledgement();
        if (SequenceNumber.before(acknowledgement, una)) {
            return;
        }
        boolean advanced = acknowledgement != una;
        boolean outstanding = !flight.isEmpty();
        boolean news = peer.update(segment) || segment.length() > 0;
        una = acknowledgement;
        timer.heard();
        if (!outstanding) {
            return;
        }
        int gone = flight.acknowledge(una);
        if (flight.isMeasurable()) {
            measured(nowNanos - flight.measuredFromNanos());
        }
        recovery.acknowledged(gone, advanced, !advanced && !news, una, next);
        if (flight.isEmpty()) {
            timer.stop();
        } else if (gone > 0) {
            timer.start(nowNanos);
        }
        repeatLost(nowNanos);
    }

    private void repeatLost(long nowNanos) {
        int index = flight.nextToRepeat();
        while (index != Flight.NONE && flight.underWay() < window.segments()) {
            repeat(index, nowNanos);
            if (index == 0) {
                timer.start(nowNanos);
            }
            index = flight.nextToRepeat();
        }
    }

    private void repeat(int index, long nowNanos) {
        int control = flight.control(index);
        flight.repeated(index, nowNanos);
        countReducing();
        if (control == Segment.SYN) {
            synRepeats++;
            outgoing.syn(flight.sequence(index));
        } else {
            int length = flight.length(index) - (control == Segment.FIN ? 1 : 0);
            put(flight.sequence(index), length, control, nowNanos);
        }
    }

    private void countReducing() {
        if (recovery.phase() == Recovery.Phase.RECOVERY) {
            window.sentReducing(1);
        }
    }

    private void put(int sequence, int length, int control, long nowNanos) {
        boolean last = length > 0 && sequence + length == end;
        outgoing.segment(sequence, control | (last ? Segment.PSH : 0), buffer, length);
        lastSentNanos = nowNanos;
        if (length > 0) {
            acknowledgements.answering(nowNanos);
        }
    }

    // --- sending ----------------------------------------------------------------------------------------------------

    /** Sends what may be sent for the first time. */
    void go(long nowNanos) {
        boolean held = false;
        while (!finSent && hasMore()) {
            int length = Math.min(Math.min(end - next, segmentBytes), peer.room(next));
            boolean fin = finishing && next + length == end && peer.room(next) > length;
            if (!fin && !silly.isWorthSending(length, segmentBytes, next + length == end, finishing, una, next)) {
                break;
            }
            held = flight.underWay() >= window.segments();
            if (held && !(fin && length == 0)) {
                break;
            }
            first(length, fin ? Segment.FIN : 0, nowNanos);
        }
        window.used(held, flight.segments(), una, next);
        if (flight.isEmpty() && hasMore()) {
            timer.startProbing(nowNanos);
        }
    }

    private boolean hasMore() {
        return next != end || (finishing && !finSent);
    }

    private void first(int length, int control, long nowNanos) {
        int numbers = length + (control == 0 ? 0 : 1);
        if (flight.isEmpty()) {
            timer.start(nowNanos);
        }
        flight.add(next, numbers, control, nowNanos);
        countReducing();
        put(next, length, control, nowNanos);
        next += numbers;
        finSent |= control != 0;
        silly.sent(length < segmentBytes, next);
    }

    // --- the timer --------------------------------------------------------------------------------------------------

    long dueNanos() {
        return timer.dueNanos();
    }

    /** How long nothing would be heard before something is sent again. */
    long timeoutNanos() {
        return timer.timeoutNanos();
    }

    long roundTripNanos() {
        return roundTripNanos;
    }

    /** The timer is up; answers whether the other end has been silent for too long. */
    boolean timeout(long nowNanos) {
        if (timer.retries() >= (open ? MOST_RETRIES : MOST_SYN_RETRIES)) {
            return true;
        }
        if (timer.isProbing()) {
            probe(nowNanos);
            return false;
        }
        if (open) {
            recovery.timeout(timer.retries() > 0, una, next);
        }
        repeat(0, nowNanos);
        timer.expired(nowNanos);
        return false;
    }

    /** No room at the other end for long: asks whether there is by now (RFC 9293 §3.8.6.1), or sends what little fits. */
    private void probe(long nowNanos) {
        int length = peer.room(next); // there is more to send than fits, or it would have gone
        if (length > 0) {
            first(length, 0, nowNanos);
        } else {
            outgoing.segment(una - 1, 0, buffer, 0);
            timer.probed(nowNanos);
        }
    }

    void stop() {
        timer.stop();
    }

    SillyWindows silly() {
        return silly;
    }

    CongestionWindow window() {
        return window;
    }
}
