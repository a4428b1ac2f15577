package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.sim.check.schedule.Forgery;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.text.CountText;

/** Writes packets that nobody sent, to an end as it stands at that moment. */
final class Forger {
    private static final int CHECKSUM_AT = 16;
    private static final int BITS = Integer.SIZE;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final ByteBuffer TEXT = ByteBuffer.wrap("forged".getBytes(StandardCharsets.US_ASCII));
    /** Messages of a connection (docs/rdt.md, a connection). */
    private static final ByteBuffer DATA = message(2, "forged");

    private static final ByteBuffer END = message(3, "");
    private static final ByteBuffer OPEN = message(1, "");
    private static final ByteBuffer OPEN_AND_MORE = message(1, "\0");
    private static final ByteBuffer QUESTION = message(1, "\0".repeat(Speech.ASKING_BYTES - 1));
    private static final ByteBuffer SHORT_QUESTION = message(1, "\0".repeat(Speech.ASKING_BYTES - 2));

    private final Plan plan;
    private final Packet writer = new Packet();
    private final Packet reader = new Packet();
    private final CRC32 crc = new CRC32();
    private final ByteBuffer packet = ByteBuffer.allocate(Wire.LONGEST_BYTES);
    private String label = "";

    Forger(Plan plan) {
        this.plan = plan;
    }

    private static ByteBuffer message(int word, String rest) {
        return ByteBuffer.wrap(((char) word + rest).getBytes(StandardCharsets.US_ASCII));
    }

    /** What does not hold of who believes it. */
    static Invariant rule(Forgery forgery) {
        return switch (forgery) {
            case ACK_BEYOND -> Invariant.FREES_WHAT_WAS_SENT;
            case ACK_LONG_AGO -> Invariant.FREES_NOTHING_TWICE;
            case DATA_BEYOND, DATA_LONG_AGO -> Invariant.TAKES_WITHIN_THE_WINDOW;
            case NO_PACKET -> Invariant.NO_PACKET_IGNORED;
            case EARLIER -> Invariant.EARLIER_IGNORED;
            case BEFORE_OPEN -> Invariant.OPEN_ANSWERS;
            case BEHIND_END -> Invariant.NOTHING_BEHIND_END;
        };
    }

    /** Whether a message of two ends is one that was forged. */
    static boolean isForged(ByteBuffer message) {
        return TEXT.equals(message);
    }

    /**
     * Writes one.
     *
     * @param distance how far away a number is, or which of several
     * @return whether there is one at this moment
     */
    boolean forge(Forgery forgery, int distance, Aim aim, Arrival into) {
        if (!write(forgery, distance, aim)) {
            return false;
        }
        boolean whole = reader.wrap(packet);
        into.set(packet, whole ? Speech.kind(reader) : PacketKind.OTHER, whole, reader);
        into.forgery = forgery;
        into.stranger = forgery == Forgery.EARLIER;
        into.damaged = forgery == Forgery.NO_PACKET;
        into.label = label;
        return true;
    }

    private boolean write(Forgery forgery, int distance, Aim aim) {
        switch (forgery) {
            case ACK_BEYOND -> ack(aim.sent() + distance, aim, plan.number());
            case ACK_LONG_AGO -> ack(aim.oldest() - 2 - distance, aim, plan.number());
            case DATA_BEYOND -> data(aim.came() + plan.window() + distance, message(distance));
            case DATA_LONG_AGO -> {
                boolean again = plan.connected() && distance % 3 == 2 && aim.taken() > 0;
                data(again ? 0 : aim.taken() - 1 - distance, message(distance));
            }
            case NO_PACKET -> noPacket(distance % 4, distance / 4, aim);
            case EARLIER -> earlier(distance % 4, 1 << distance / 4 % BITS, aim);
            case BEFORE_OPEN -> {
                return aim.awaitsOpen() && beforeOpen(distance % 4, aim);
            }
            case BEHIND_END -> {
                if (!aim.there() || aim.end() == Aim.NONE) {
                    return false;
                }
                data(aim.end() + 1 + distance, message(distance));
            }
        }
        return true;
    }

    private ByteBuffer message(int which) {
        if (!plan.connected()) {
            return TEXT;
        }
        return switch (which % 3) {
            case 0 -> DATA;
            case 1 -> END;
            default -> QUESTION;
        };
    }

    private boolean beforeOpen(int which, Aim aim) {
        if (aim.there()) {
            switch (which) {
                case 0 -> data(0, QUESTION);
                case 1 -> data(0, DATA);
                case 2 -> data(0, END);
                default -> data(0, OPEN_AND_MORE);
            }
        } else {
            switch (which) {
                case 0 -> data(0, SHORT_QUESTION);
                case 1 -> data(1, QUESTION);
                case 2 -> data(0, DATA);
                default -> data(0, OPEN);
            }
        }
        return true;
    }

    /** Each would be taken but for what is wrong with it. */
    private void noPacket(int which, int more, Aim aim) {
        data(aim.taken(), plan.connected() ? DATA : TEXT);
        switch (which) {
            case 0 -> {
                packet.put(0, (byte) (2 + more % 250));
                label += ", of version " + (2 + more % 250);
            }
            case 1 -> {
                int type = more % 2 == 0 ? 0 : 4 + more % 250;
                packet.put(1, (byte) type);
                label += ", of type " + type;
            }
            case 2 -> {
                int most = Wire.LONGEST_BYTES - Packet.HEADER_BYTES - Packet.MOST_PAYLOAD_BYTES;
                data(aim.taken(), ByteBuffer.wrap(tooLong(Packet.MOST_PAYLOAD_BYTES + 1 + more % most)));
            }
            default -> {
                noise(more);
                return;
            }
        }
        packet.putInt(CHECKSUM_AT, 0);
        crc.reset();
        crc.update(packet.duplicate());
        packet.putInt(CHECKSUM_AT, (int) crc.getValue());
    }

    private static byte[] tooLong(int bytes) {
        byte[] message = new byte[bytes];
        DATA.get(0, message, 0, DATA.remaining());
        return message;
    }

    private void noise(int more) {
        SplitMix64 bytes = new SplitMix64(more);
        packet.clear();
        for (int left = more % Wire.LONGEST_BYTES; left > 0; left--) {
            packet.put((byte) bytes.nextLong());
        }
        packet.flip();
        label = CountText.print(packet.remaining(), "byte");
    }

    private void earlier(int which, int flipped, Aim aim) {
        int connection = plan.number() ^ flipped;
        switch (which) {
            case 0 -> data(aim.taken(), message(0), connection);
            case 1 -> ack(aim.sent() - 1, aim, connection);
            case 2 -> data(aim.taken(), message(1), connection);
            default -> {
                writer.write(packet, Packet.Type.RESET, connection, 0, 0, 0, NOTHING);
                label = "RESET";
            }
        }
    }

    private void data(int number, ByteBuffer message) {
        data(number, message, plan.number());
    }

    private void data(int number, ByteBuffer message, int connection) {
        writer.write(packet, Packet.Type.DATA, connection, plan.first() + number, 0, plan.window(), message);
        label = (plan.connected() ? word(message) : "data") + " " + number;
    }

    private static String word(ByteBuffer message) {
        return message.get(0) == OPEN.get(0) ? "OPEN" : message.get(0) == END.get(0) ? "END" : "data";
    }

    /** It tells the window that was told last, so that nobody has to ask whether an old one counts. */
    private void ack(int number, Aim aim, int connection) {
        int at = plan.first() + number;
        writer.write(packet, Packet.Type.ACK, connection, at, at + 1, aim.window(), NOTHING);
        label = "ack " + number + ", next " + (number + 1) + ", room " + aim.window();
    }
}
