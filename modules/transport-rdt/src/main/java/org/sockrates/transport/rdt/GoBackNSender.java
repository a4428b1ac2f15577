package org.sockrates.transport.rdt;

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
                    "go-back-N sender", State.class, Event.class, GoBackNSender.class)
            .row(State.IDLE, Event.MESSAGE, "send it, start the timer", GoBackNSender::sendFirst, State.OUTSTANDING)
            .row(State.IDLE, Event.ACK, "nothing: it comes late", GoBackNSender::nothing, State.IDLE)
            .row(State.IDLE, Event.OPENED, "nothing: nothing was refused", GoBackNSender::nothing, State.IDLE)
            .row(State.OUTSTANDING, Event.MESSAGE, "send it", GoBackNSender::send, State.OUTSTANDING)
            .row(
                    State.OUTSTANDING,
                    Event.ACK,
                    "of all",
                    GoBackNSender::isOfAll,
                    "slide, stop the timer",
                    GoBackNSender::slide,
                    State.IDLE)
            .row(
                    State.OUTSTANDING,
                    Event.ACK,
                    "of some",
                    GoBackNSender::isOfSome,
                    "slide, start the timer again",
                    GoBackNSender::slideAndStart,
                    State.OUTSTANDING)
            .row(State.OUTSTANDING, Event.ACK, "nothing: it is old", GoBackNSender::nothing, State.OUTSTANDING)
            .row(
                    State.OUTSTANDING,
                    Event.OPENED,
                    "send all again, start the timer",
                    GoBackNSender::sendAllAgain,
                    State.OUTSTANDING)
            .row(
                    State.OUTSTANDING,
                    Event.TIMEOUT,
                    "wait longer, send all again, start the timer",
                    GoBackNSender::backOffAndSendAllAgain,
                    State.OUTSTANDING)
            .end();

    private final ProtocolSettings settings;
    private final Transmitter transmitter;
    private final SendWindow window;
    private State state = State.IDLE;
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
        state = TABLE.fire(state, Event.MESSAGE, this);
    }

    @Override
    public void acknowledgement(Packet ack, long now) {
        acknowledged = window.size() == 0 ? 0 : settings.numbers().steps(window.at(0).number, ack.next());
        boolean opens = window.peerTakes(ack.window());
        nowNanos = now;
        state = TABLE.fire(state, Event.ACK, this);
        if (opens) {
            state = TABLE.fire(state, Event.OPENED, this);
        }
    }

    @Override
    public void timeout(long now) {
        nowNanos = now;
        state = TABLE.fire(state, Event.TIMEOUT, this);
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

    private void backOffAndSendAllAgain() {
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
        return state == State.IDLE;
    }

    @Override
    public long dueNanos() {
        return dueNanos;
    }
}
