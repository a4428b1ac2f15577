package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** Puts a sender's packets on the line, the first time and again, and learns from what comes back how long to wait. */
final class Transmitter {
    private final ProtocolSettings settings;
    private final Outside outside;
    private final Packet writer = new Packet();
    private int next;

    Transmitter(ProtocolSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
        next = settings.firstNumber();
    }

    /** Gives a message the next number and sends it. */
    void send(Outstanding packet, ByteBuffer message, long nowNanos) {
        packet.number = next;
        packet.firstSentNanos = nowNanos;
        packet.sentNanos = nowNanos;
        packet.sentAgain = false;
        packet.acknowledged = false;
        next = settings.numbers().plus(next, 1);
        writer.write(packet.packet, Packet.Type.DATA, settings.connection(), packet.number, 0, outside.room(), message);
        packet.dueNanos = nowNanos + settings.timeout().nanos();
        outside.transmit(packet.packet);
    }

    void sendAgain(Outstanding packet, long nowNanos) {
        packet.sentAgain = true;
        packet.sentNanos = nowNanos;
        packet.dueNanos = nowNanos + settings.timeout().nanos();
        outside.transmit(packet.packet);
    }

    /** An acknowledgement of this packet came; whether of its first sending, only Karn's rule can tell. */
    void acknowledged(Outstanding packet, long nowNanos) {
        packet.acknowledged = true;
        if (packet.sentAgain) {
            settings.timeout().progressed(nowNanos - packet.firstSentNanos);
        } else {
            settings.timeout().measured(nowNanos - packet.sentNanos);
        }
    }
}
