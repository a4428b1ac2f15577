package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** Sends a packet, and nothing more until it is acknowledged: what Kurose and Ross call rdt 3.0 (§3.4.1). */
final class StopAndWaitSender implements Sender {
    enum State {
        READY,
        WAITING
    }

    enum Event {
        MESSAGE,
        ACK,
        OPENED,
        TIMEOUT
    }

    static final Table<State, Event, StopAndWaitSender> TABLE = Table.of(
                    "stop-and-wait sender", State.class, Event.class, StopAndWaitSender.class)
            .row(State.READY, Event.MESSAGE, "send it, start the timer", StopAndWaitSender::send, State.WAITING)
            .row(State.READY, Event.ACK, "nothing: it comes late", StopAndWaitSender::nothing, State.READY)
            .row(State.READY, Event.OPENED, "nothing: nothing was refused", StopAndWaitSender::nothing, State.READY)
            .row(
                    State.WAITING,
                    Event.ACK,
                    "of the packet that waits",
                    StopAndWaitSender::isOfPacket,
                    "stop the timer",
                    StopAndWaitSender::done,
                    State.READY)
            .row(State.WAITING, Event.ACK, "nothing: it is of another", StopAndWaitSender::nothing, State.WAITING)
            .row(
                    State.WAITING,
                    Event.OPENED,
                    "send it again, start the timer",
                    StopAndWaitSender::sendAgain,
                    State.WAITING)
            .row(
                    State.WAITING,
                    Event.TIMEOUT,
                    "wait longer, send it again, start the timer",
                    StopAndWaitSender::backOffAndSendAgain,
                    State.WAITING)
            .end();

    private final ProtocolSettings settings;
    private final Transmitter transmitter;
    private final Outstanding packet = new Outstanding();
    private State state = State.READY;
    private ByteBuffer message = ByteBuffer.allocate(0);
    private int acknowledged;
    private boolean shut;
    private long nowNanos;

    StopAndWaitSender(ProtocolSettings settings, Outside outside) {
        this.settings = settings;
        transmitter = new Transmitter(settings, outside);
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
        acknowledged = ack.number();
        boolean opens = shut && ack.window() > 0;
        shut = ack.window() == 0;
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
        transmitter.send(packet, message, nowNanos);
    }

    private boolean isOfPacket() {
        return acknowledged == packet.number;
    }

    private void done() {
        transmitter.acknowledged(packet, nowNanos);
    }

    private void backOffAndSendAgain() {
        settings.timeout().expired();
        sendAgain();
    }

    private void sendAgain() {
        transmitter.sendAgain(packet, nowNanos);
    }

    private void nothing() {
        // that is the answer
    }

    // --- how it stands ----------------------------------------------------------------------------------------------

    @Override
    public boolean hasRoom() {
        return state == State.READY;
    }

    @Override
    public boolean allAcknowledged() {
        return state == State.READY;
    }

    @Override
    public long dueNanos() {
        return state == State.WAITING ? packet.dueNanos : Line.NEVER;
    }
}
