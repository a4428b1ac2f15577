package org.sockrates.transport.rdt;

import static org.sockrates.transport.rdt.SelectiveRepeatSender.Event.ACK;
import static org.sockrates.transport.rdt.SelectiveRepeatSender.Event.MESSAGE;
import static org.sockrates.transport.rdt.SelectiveRepeatSender.Event.OPENED;
import static org.sockrates.transport.rdt.SelectiveRepeatSender.Event.TIMEOUT;
import static org.sockrates.transport.rdt.SelectiveRepeatSender.State.IDLE;
import static org.sockrates.transport.rdt.SelectiveRepeatSender.State.OUTSTANDING;
import static org.sockrates.transport.rdt.Table.on;

import java.nio.ByteBuffer;

/**
 * Sends up to a window of packets without waiting. An acknowledgement is of one packet alone, each packet has a timer of
 * its own, and only what is missing goes again (Kurose and Ross §3.4.4).
 */
final class SelectiveRepeatSender implements Sender {
    enum State {
        IDLE,
        OUTSTANDING
    }

    enum Event {
        MESSAGE,
        ACK,
        OPENED,
        TIMEOUT
    }

    static final Table<State, Event, SelectiveRepeatSender> TABLE = Table.of(
            "selective repeat sender",
            on(IDLE, MESSAGE).to(OUTSTANDING, "send it, start its timer", SelectiveRepeatSender::send),
            on(IDLE, ACK).to(IDLE, "nothing: it comes late", SelectiveRepeatSender::nothing),
            on(IDLE, OPENED).to(IDLE, "nothing: nothing was refused", SelectiveRepeatSender::nothing),
            on(OUTSTANDING, MESSAGE).to(OUTSTANDING, "send it, start its timer", SelectiveRepeatSender::send),
            on(OUTSTANDING, ACK, "of the last that was missing", SelectiveRepeatSender::isOfLast)
                    .to(IDLE, "mark it, slide", SelectiveRepeatSender::markAndSlide),
            on(OUTSTANDING, ACK, "of one that waits", SelectiveRepeatSender::isOfOne)
                    .to(OUTSTANDING, "mark it, slide over those acknowledged", SelectiveRepeatSender::markAndSlide),
            on(OUTSTANDING, ACK).to(OUTSTANDING, "nothing: it is old", SelectiveRepeatSender::nothing),
            on(OUTSTANDING, OPENED)
                    .to(OUTSTANDING, "send all again that are missing", SelectiveRepeatSender::sendMissingAgain),
            on(OUTSTANDING, TIMEOUT)
                    .to(OUTSTANDING, "wait longer, send those again whose time is up", SelectiveRepeatSender::sendDue));

    private final ProtocolSettings settings;
    private final Transmitter transmitter;
    private final SendWindow window;
    private State state = IDLE;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private long place;
    private int missing;
    private long dueNanos = Line.NEVER;
    private boolean dueKnown = true; // of all that wait the least; found again when the one that had it is done
    private long backedOffNanos = Long.MIN_VALUE;
    private long nowNanos;

    SelectiveRepeatSender(ProtocolSettings settings, Outside outside) {
        this.settings = settings;
        transmitter = new Transmitter(settings, outside);
        window = new SendWindow(settings.window());
    }

    // --- what happens -----------------------------------------------------------------------------------------------

    @Override
    public void message(ByteBuffer said, long now) {
        message = said;
        nowNanos = now;
        state = TABLE.fire(state, MESSAGE, this);
    }

    @Override
    public void acknowledgement(Packet ack, long now) {
        place = window.size() == 0 ? 0 : settings.numbers().steps(window.at(0).number, ack.number());
        boolean opens = window.peerTakes(ack.window());
        nowNanos = now;
        state = TABLE.fire(state, ACK, this);
        if (opens) {
            state = TABLE.fire(state, OPENED, this);
        }
    }

    @Override
    public void timeout(long now) {
        nowNanos = now;
        state = TABLE.fire(state, TIMEOUT, this);
    }

    // --- conditions and actions -------------------------------------------------------------------------------------

    private void send() {
        Outstanding packet = window.add();
        transmitter.send(packet, message, nowNanos);
        dueNanos = Math.min(dueNanos, packet.dueNanos);
        missing++;
    }

    private boolean isOfOne() {
        return place < window.size() && !window.at((int) place).acknowledged;
    }

    private boolean isOfLast() {
        return isOfOne() && missing == 1;
    }

    private void markAndSlide() {
        Outstanding packet = window.at((int) place);
        transmitter.acknowledged(packet, nowNanos);
        dueKnown &= packet.dueNanos > dueNanos;
        missing--;
        while (window.size() > 0 && window.at(0).acknowledged) {
            window.slide();
        }
    }

    private void sendDue() {
        backOff();
        sendAgainIfDueBy(nowNanos);
    }

    /** Once for all that were lost of one flight: each has its timer, but together they tell no more than one. */
    private void backOff() {
        for (int i = 0; i < window.size(); i++) {
            Outstanding packet = window.at(i);
            if (!packet.acknowledged && packet.dueNanos <= nowNanos && packet.sentNanos >= backedOffNanos) {
                settings.timeout().expired();
                backedOffNanos = nowNanos;
            }
        }
    }

    private void sendMissingAgain() {
        sendAgainIfDueBy(Line.NEVER);
    }

    private void sendAgainIfDueBy(long nanos) {
        dueKnown = false;
        for (int i = 0; i < window.size(); i++) {
            Outstanding packet = window.at(i);
            if (!packet.acknowledged && packet.dueNanos <= nanos) {
                transmitter.sendAgain(packet, nowNanos);
            }
        }
    }

    private void nothing() {
        // that is the answer
    }

    // --- how it stands ----------------------------------------------------------------------------------------------

    @Override
    public boolean hasRoom() {
        return window.hasRoom();
    }

    @Override
    public boolean allAcknowledged() {
        return state == IDLE;
    }

    @Override
    public long dueNanos() {
        if (!dueKnown) {
            dueNanos = Line.NEVER;
            for (int i = 0; i < window.size(); i++) {
                Outstanding packet = window.at(i);
                dueNanos = packet.acknowledged ? dueNanos : Math.min(dueNanos, packet.dueNanos);
            }
            dueKnown = true;
        }
        return dueNanos;
    }
}
