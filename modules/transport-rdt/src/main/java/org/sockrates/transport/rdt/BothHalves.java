package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** An end made of a sender and a receiver, which share nothing but the line. */
final class BothHalves implements ProtocolEnd {
    private final ProtocolSettings settings;
    private final Outside outside;
    private final Sender sender;
    private final Receiver receiver;
    private final Packet packet = new Packet();

    BothHalves(ProtocolSettings settings, Outside outside, Sender sender, Receiver receiver) {
        this.settings = settings;
        this.outside = outside;
        this.sender = sender;
        this.receiver = receiver;
    }

    @Override
    public boolean hasRoom() {
        return sender.hasRoom();
    }

    @Override
    public void send(ByteBuffer message, long nowNanos) {
        if (!hasRoom()) {
            throw new IllegalStateException("send: no room (expected: hasRoom first)");
        }
        sender.message(message, nowNanos);
        outside.wakeAt(sender.dueNanos());
    }

    @Override
    public void arrived(ByteBuffer bytes, long nowNanos) {
        if (packet.wrap(bytes) && packet.connection() == settings.connection()) {
            arrived(packet, nowNanos);
        }
    }

    /** One that is whole and of this conversation, as somebody has seen already. */
    void arrived(Packet whole, long nowNanos) {
        switch (whole.type()) {
            case DATA -> receiver.data(whole);
            case ACK -> {
                sender.acknowledgement(whole, nowNanos);
                outside.wakeAt(sender.dueNanos());
            }
            case RESET -> {
                // for whoever holds the connection; there is nothing to transfer any more
            }
        }
    }

    @Override
    public void timeout(long nowNanos) {
        if (sender.dueNanos() <= nowNanos) {
            sender.timeout(nowNanos);
        }
        outside.wakeAt(sender.dueNanos());
    }

    @Override
    public void roomAgain(long nowNanos) {
        receiver.roomAgain();
    }

    @Override
    public boolean allAcknowledged() {
        return sender.allAcknowledged();
    }
}
