package org.sockrates.transport.rdt;

import static org.sockrates.transport.rdt.StopAndWaitSender.Event.ACK;
import static org.sockrates.transport.rdt.StopAndWaitSender.Event.MESSAGE;
import static org.sockrates.transport.rdt.StopAndWaitSender.Event.OPENED;
import static org.sockrates.transport.rdt.StopAndWaitSender.Event.TIMEOUT;
import static org.sockrates.transport.rdt.StopAndWaitSender.State.READY;
import static org.sockrates.transport.rdt.StopAndWaitSender.State.WAITING;
import static org.sockrates.transport.rdt.Table.on;

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
            "stop-and-wait sender",
            on(READY, MESSAGE).to(WAITING, "send it, start the timer", StopAndWaitSender::send),
            on(READY, ACK).to(READY, "nothing: it comes late", StopAndWaitSender::nothing),
            on(READY, OPENED).to(READY, "nothing: nothing was refused", StopAndWaitSender::nothing),
            on(WAITING, ACK, "of the packet that waits", StopAndWaitSender::isOfPacket)
                    .to(READY, "stop the timer", StopAndWaitSender::done),
            on(WAITING, ACK).to(WAITING, "nothing: it is of another", StopAndWaitSender::nothing),
            on(WAITING, OPENED).to(WAITING, "send it again, start the timer", StopAndWaitSender::sendAgain),
            on(WAITING, TIMEOUT)
                    .to(WAITING, "wait longer, send it again, start the timer", StopAndWaitSender::backOffAndSend));

    private final ProtocolSettings settings;
    private final Transmitter transmitter;
    private final Outstanding packet = new Outstanding();
    private State state = READY;
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
        state = TABLE.fire(state, MESSAGE, this);
    }

    @Override
    public void acknowledgement(Packet ack, long now) {
        acknowledged = ack.number();
        boolean opens = shut && ack.window() > 0;
        shut = ack.window() == 0;
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
        transmitter.send(packet, message, nowNanos);
    }

    private boolean isOfPacket() {
        return acknowledged == packet.number;
    }

    private void done() {
        transmitter.acknowledged(packet, nowNanos);
    }

    private void backOffAndSend() {
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
        return state == READY;
    }

    @Override
    public boolean allAcknowledged() {
        return state == READY;
    }

    @Override
    public long dueNanos() {
        return state == WAITING ? packet.dueNanos : Line.NEVER;
    }
}
