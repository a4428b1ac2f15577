package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolSettings;

/** The receiving half of a {@link PlantedEnd}. */
final class PlantedReceiver {
    private final Protocol like;
    private final @Nullable Bug bug;
    private final ProtocolSettings settings;
    private final Outside outside;
    private final Packet writer = new Packet();
    private final ByteBuffer into = ByteBuffer.allocate(Packet.HEADER_BYTES);
    private final Map<Integer, ByteBuffer> kept = new HashMap<>();
    private int next;
    private int taken;
    private int seen = -77;

    PlantedReceiver(Protocol like, @Nullable Bug bug, ProtocolSettings settings, Outside outside) {
        this.like = like;
        this.bug = bug;
        this.settings = settings;
        this.outside = outside;
        next = settings.firstNumber();
    }

    void data(Packet data) {
        int number = data.number();
        if (bug == Bug.TAKES_IT_THE_SECOND_TIME && seen != number) {
            seen = number;
            tellRoom();
            return;
        }
        boolean room = outside.room() > 0 || bug == Bug.ASKS_NOBODY_FOR_ROOM;
        int ahead = bug == Bug.COMPARES_NEW_AND_OLD_BY_SIZE && Integer.compareUnsigned(number, next) < 0
                ? -1
                : number - next;
        if ((ahead == 0 && room) || bug == Bug.TAKES_EVERY_PACKET_FOR_NEW) {
            take(data.payload());
            while (kept.containsKey(next)) {
                take(kept.remove(next));
            }
            answer(like == Protocol.SELECTIVE_REPEAT ? number : next - 1);
        } else if (ahead == 0 && bug == Bug.ACKNOWLEDGES_WITHOUT_ROOM) {
            next++;
            answer(next - 1);
        } else if (like == Protocol.SELECTIVE_REPEAT) {
            early(data, number, ahead);
        } else {
            answer(bug == Bug.ACKNOWLEDGES_WHATEVER_CAME ? number : next - 1);
        }
    }

    private void early(Packet data, int number, int ahead) {
        int most = Math.min(settings.window(), outside.room());
        if (ahead > 0 && ahead < most) {
            if (bug == Bug.DELIVERS_AS_IT_COMES) {
                outside.deliver(data.payload());
                kept.put(number, ByteBuffer.allocate(0));
            } else if (bug == Bug.KEEPS_THE_PACKET_UNCOPIED) {
                kept.put(number, data.payload());
            } else if (bug != Bug.FORGETS_WHAT_CAME_EARLY) {
                kept.put(
                        number,
                        ByteBuffer.allocate(data.payload().remaining())
                                .put(data.payload())
                                .flip());
            }
            answer(number);
        } else if (ahead < 0 && -ahead <= settings.window()) {
            if (bug != Bug.DOES_NOT_ANSWER_WHAT_IS_OLD) {
                answer(number);
            }
        } else {
            tellRoom();
        }
    }

    private void take(ByteBuffer message) {
        if (bug == Bug.ACKNOWLEDGES_BEFORE_IT_DELIVERS) {
            next++;
            answer(next - 1);
            next--;
        }
        if (bug != Bug.DELIVERS_NOTHING_EMPTY || message.hasRemaining()) {
            outside.deliver(message);
        }
        next++;
        taken++;
        if (bug == Bug.DELIVERS_WHAT_NOBODY_SENT) {
            outside.deliver(ByteBuffer.wrap("and this".getBytes(StandardCharsets.UTF_8)));
        }
    }

    int taken() {
        return taken;
    }

    void roomAgain() {
        tellRoom();
        if (bug == Bug.TELLS_OF_ROOM_TWICE) {
            tellRoom();
        }
    }

    void tellRoom() {
        answer(next - 1);
    }

    void answer(int number) {
        int more = bug == Bug.ACKNOWLEDGES_ONE_TOO_MANY ? 1 : 0;
        int upTo = bug == Bug.ACKNOWLEDGES_WHATEVER_CAME ? number + 1 : next;
        int fewer = bug == Bug.ACKNOWLEDGES_ONE_TOO_FEW && taken > 0 ? 1 : 0;
        boolean back = bug == Bug.TAKES_BACK_AN_ACKNOWLEDGEMENT && number - next < -1;
        writer.write(
                into,
                Packet.Type.ACK,
                bug == Bug.ANSWERS_ANOTHER_CONNECTION ? 0 : settings.connection(),
                number + more,
                back ? number + 1 : upTo + more - fewer,
                bug == Bug.PROMISES_ROOM ? settings.window() : outside.room(),
                ByteBuffer.allocate(0));
        if (bug == Bug.ANSWERS_WITHOUT_A_CHECKSUM) {
            into.putInt(16, 0);
        }
        outside.transmit(into);
    }
}
