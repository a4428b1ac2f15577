package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** One of the three that ignores an acknowledgement of less than it was told before, its window too: it comes late. */
final class HeedlessEnd implements ProtocolEnd {
    private final ProtocolSettings settings;
    private final ProtocolEnd end;
    private final Packet packet = new Packet();
    private int next;

    HeedlessEnd(Protocol protocol, ProtocolSettings settings, Outside outside) {
        this.settings = settings;
        end = protocol.end(settings, outside);
        next = settings.firstNumber();
    }

    @Override
    public void arrived(ByteBuffer bytes, long now) {
        if (!isOld(bytes)) {
            end.arrived(bytes, now);
        }
    }

    private boolean isOld(ByteBuffer bytes) {
        if (!packet.wrap(bytes)
                || packet.connection() != settings.connection()
                || packet.type() != Packet.Type.ACK
                || packet.next() == next) {
            return false;
        }
        boolean old = settings.numbers().steps(next, packet.next())
                > settings.numbers().count() / 2;
        next = old ? next : packet.next();
        return old;
    }

    @Override
    public boolean hasRoom() {
        return end.hasRoom();
    }

    @Override
    public void send(ByteBuffer message, long now) {
        end.send(message, now);
    }

    @Override
    public void timeout(long now) {
        end.timeout(now);
    }

    @Override
    public void roomAgain(long now) {
        end.roomAgain(now);
    }

    @Override
    public boolean allAcknowledged() {
        return end.allAcknowledged();
    }
}
