package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.transport.rdt.Conversation;
import org.sockrates.transport.rdt.Packet;

/** Answers what comes where no connection is, and asks whether that is the right answer. */
final class Doorkeeper {
    private static final ByteBuffer SILENCE = ByteBuffer.allocate(0);

    private final Judge judge;
    private final Wire wire;
    private final ConnectionGuest guest;
    private final Exchange exchange;
    private final Packet packet = new Packet();

    Doorkeeper(Judge judge, Wire wire, ConnectionGuest guest, Exchange exchange) {
        this.judge = judge;
        this.wire = wire;
        this.guest = guest;
        this.exchange = exchange;
    }

    /**
     * Whether a connection is to be made.
     *
     * @param asked whether it is a whole OPEN that came
     */
    boolean opens(Arrival arrival, boolean asked) {
        boolean opens = guest.ask(() -> exchange.opens(arrival.bytes.duplicate()), false);
        judge.ask(Invariant.ONLY_OPEN_OPENS, opens == asked, asked ? "it made none" : "something else made one");
        return opens;
    }

    void refuse(Arrival arrival) {
        ByteBuffer answer =
                guest.ask(() -> exchange.refusal(arrival.bytes.duplicate()).orElse(SILENCE), SILENCE);
        boolean silent = !answer.hasRemaining();
        if (arrival.damaged) {
            Invariant invariant = arrival.forgery == null ? Invariant.DAMAGE_IGNORED : Invariant.NO_PACKET_IGNORED;
            judge.ask(invariant, silent, "it was answered");
        } else if (arrival.kind == PacketKind.RST) {
            judge.ask(Invariant.RESET_UNANSWERED, silent, "where there is no connection, it was answered");
        } else {
            boolean reset = packet.wrap(answer)
                    && packet.type() == Packet.Type.RESET
                    && packet.connection() == Conversation.claimedConnection(arrival.bytes);
            judge.ask(Invariant.NOBODY_THERE, reset, silent ? "nothing was" : "something else was");
        }
        if (!silent && judge.isContent() && arrival.forgery == null) { // what answers who forges, goes to him
            wire.put(answer, PacketKind.RST, true, packet);
        }
    }
}
