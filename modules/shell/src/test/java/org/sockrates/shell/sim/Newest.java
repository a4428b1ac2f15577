package org.sockrates.shell.sim;

import java.nio.ByteBuffer;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** A student's stop-and-wait: an acknowledgement that is not of an older packet must be of the one that waits. */
public final class Newest implements ProtocolEnd {
    private final ProtocolSettings settings;
    private final ProtocolEnd end;
    private final Packet packet = new Packet();
    private final ByteBuffer taken = ByteBuffer.allocate(Packet.HEADER_BYTES);
    private int next;

    public Newest(ProtocolSettings settings, Outside outside) {
        this.settings = settings;
        end = Protocol.STOP_AND_WAIT.end(settings, outside);
        next = settings.firstNumber();
    }

    @Override
    public boolean hasRoom() {
        return end.hasRoom();
    }

    @Override
    public void send(ByteBuffer message, long nowNanos) {
        end.send(message, nowNanos);
        next++;
    }

    @Override
    public void arrived(ByteBuffer bytes, long nowNanos) {
        boolean newer = packet.wrap(bytes)
                && packet.connection() == settings.connection()
                && packet.type() == Packet.Type.ACK
                && packet.number() - next >= 0;
        if (newer) {
            ByteBuffer nothing = ByteBuffer.allocate(0);
            int room = packet.window();
            packet.write(taken, Packet.Type.ACK, settings.connection(), next - 1, next, room, nothing);
        }
        end.arrived(newer ? taken : bytes, nowNanos);
    }

    @Override
    public void timeout(long nowNanos) {
        end.timeout(nowNanos);
    }

    @Override
    public void roomAgain(long nowNanos) {
        end.roomAgain(nowNanos);
    }

    @Override
    public boolean allAcknowledged() {
        return end.allAcknowledged();
    }
}
