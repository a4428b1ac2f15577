package org.sockrates.transport.rdt;

import static org.sockrates.transport.rdt.GoBackNSender.Event.ACK;
import static org.sockrates.transport.rdt.GoBackNSender.Event.MESSAGE;
import static org.sockrates.transport.rdt.GoBackNSender.Event.OPENED;
import static org.sockrates.transport.rdt.GoBackNSender.Event.TIMEOUT;
import static org.sockrates.transport.rdt.GoBackNSender.State.IDLE;
import static org.sockrates.transport.rdt.GoBackNSender.State.OUTSTANDING;
import static org.sockrates.transport.rdt.Table.on;

import java.nio.ByteBuffer;

/**
 * Sends up to a window of packets without waiting. An acknowledgement is of everything before it; one timer, the oldest
 * packet's, and when it rings everything goes again (Kurose and Ross §3.4.3).
 */
final class GoBackNSender implements Sender {
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

    static final Table<State, Event, GoBackNSender> TABLE = Table.of(
            "go-back-N sender",
            on(IDLE, MESSAGE).to(OUTSTANDING, "send it, start the timer", GoBackNSender::sendFirst),
            on(IDLE, ACK).to(IDLE, "nothing: it comes late", GoBackNSender::nothing),
            on(IDLE, OPENED).to(IDLE, "nothing: nothing was refused", GoBackNSender::nothing),
            on(OUTSTANDING, MESSAGE).to(OUTSTANDING, "send it", GoBackNSender::send),
            on(OUTSTANDING, ACK, "of all", GoBackNSender::isOfAll)
                    .to(IDLE, "slide, stop the timer", GoBackNSender::slide),
            on(OUTSTANDING, ACK, "of some", GoBackNSender::isOfSome)
                    .to(OUTSTANDING, "slide, start the timer again", GoBackNSender::slideAndStart),
            on(OUTSTANDING, ACK).to(OUTSTANDING, "nothing: it is old", GoBackNSender::nothing),
            on(OUTSTANDING, OPENED).to(OUTSTANDING, "send all again, start the timer", GoBackNSender::sendAllAgain),
            on(OUTSTANDING, TIMEOUT)
                    .to(OUTSTANDING, "wait longer, send all again, start the timer", GoBackNSender::backOffAndSendAll));

    private final ProtocolSettings settings;
    private final Transmitter transmitter;
    private final SendWindow window;
    private State state = IDLE;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private long acknowledged;
    private long dueNanos = Line.NEVER;
    private long nowNanos;

    GoBackNSender(ProtocolSettings settings, Outside outside) {
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
        acknowledged = window.size() == 0 ? 0 : settings.numbers().steps(window.at(0).number, ack.next());
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
        transmitter.send(window.add(), message, nowNanos);
    }

    private void sendFirst() {
        send();
        startTimer();
    }

    private boolean isOfAll() {
        return acknowledged == window.size();
    }

    private boolean isOfSome() {
        return acknowledged > 0 && acknowledged < window.size();
    }

    private void slide() {
        transmitter.acknowledged(window.at((int) acknowledged - 1), nowNanos);
        for (long i = 0; i < acknowledged; i++) {
            window.slide();
        }
        dueNanos = Line.NEVER;
    }

    private void slideAndStart() {
        slide();
        startTimer();
    }

    private void backOffAndSendAll() {
        settings.timeout().expired();
        sendAllAgain();
    }

    private void sendAllAgain() {
        for (int i = 0; i < window.size(); i++) {
            transmitter.sendAgain(window.at(i), nowNanos);
        }
        startTimer();
    }

    private void startTimer() {
        dueNanos = nowNanos + settings.timeout().nanos();
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
        return dueNanos;
    }
}
