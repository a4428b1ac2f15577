package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolSettings;

/** The receiving half of a {@link CredulousEnd}. */
final class CredulousReceiver {
    private final Protocol like;
    private final @Nullable ForgedBug bug;
    private final ProtocolSettings settings;
    private final Outside outside;
    private final Packet writer = new Packet();
    private final ByteBuffer packet = ByteBuffer.allocate(Packet.HEADER_BYTES);
    private final Map<Integer, ByteBuffer> kept = new HashMap<>();
    private int next;

    CredulousReceiver(Protocol like, @Nullable ForgedBug bug, ProtocolSettings settings, Outside outside) {
        this.like = like;
        this.bug = bug;
        this.settings = settings;
        this.outside = outside;
        next = settings.firstNumber();
    }

    void data(int number, ByteBuffer message) {
        int ahead = number - next;
        if (isNext(ahead) && outside.room() > 0) {
            deliver(message);
            while (kept.containsKey(next)) {
                deliver(kept.remove(next));
            }
            answer(like == Protocol.SELECTIVE_REPEAT ? number : next - 1);
        } else if (like == Protocol.SELECTIVE_REPEAT) {
            early(number, ahead, message);
        } else {
            tellRoom();
        }
    }

    private boolean isNext(int ahead) {
        if (bug == ForgedBug.TAKES_WHAT_IS_AHEAD) {
            return ahead >= 0;
        }
        if (bug == ForgedBug.TAKES_BY_THE_LOWEST_BIT) {
            return (ahead & 1) == 0;
        }
        return bug == ForgedBug.TAKES_BY_THE_LOWEST_BYTE ? (byte) ahead == 0 : ahead == 0;
    }

    private void early(int number, int ahead, ByteBuffer message) {
        int most = Math.min(settings.window(), outside.room());
        boolean round = bug == ForgedBug.KEEPS_AROUND_THE_RING;
        int end = round || bug == ForgedBug.KEEPS_WITHOUT_A_WINDOW ? outside.room() : most;
        if (ahead > 0 && ahead < end) {
            int place = round ? next + ahead % settings.window() : number;
            kept.put(
                    place,
                    ByteBuffer.allocate(message.remaining())
                            .put(message.duplicate())
                            .flip());
            answer(number);
        } else if ((ahead < 0 && -ahead <= settings.window())
                || bug == ForgedBug.ACKNOWLEDGES_WHAT_IT_HAS_NO_PLACE_FOR) {
            answer(number);
        } else {
            tellRoom();
        }
    }

    private void deliver(ByteBuffer message) {
        outside.deliver(message);
        next++;
    }

    void tellRoom() {
        answer(next - 1);
    }

    private void answer(int number) {
        ByteBuffer nothing = ByteBuffer.allocate(0);
        writer.write(packet, Packet.Type.ACK, settings.connection(), number, next, outside.room(), nothing);
        outside.transmit(packet);
    }
}
