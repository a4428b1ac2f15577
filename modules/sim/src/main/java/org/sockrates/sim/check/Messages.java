package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Talk;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.rdt.Packet;

/** What is said one way: its number decides a message's size and its bytes. */
final class Messages {
    private static final int LONGEST_USUAL = 200;

    private final ByteBuffer[] all;

    Messages(Way way, Talk talk) {
        all = new ByteBuffer[talk.messages()];
        for (int i = 0; i < all.length; i++) {
            SplitMix64 bytes = new SplitMix64(2L * i + (way == Way.UPSTREAM ? 0 : 1));
            all[i] = ByteBuffer.allocate(talk.bytes() == Talk.ANY_SIZE ? size(bytes) : talk.bytes());
            fill(all[i], bytes, i);
        }
    }

    private static int size(SplitMix64 lots) {
        return switch (lots.nextInt(8)) {
            case 0 -> 0;
            case 1 -> Packet.MOST_PAYLOAD_BYTES;
            default -> 1 + lots.nextInt(LONGEST_USUAL);
        };
    }

    /** The first byte counts, so that neighbours differ however short they are. */
    private static void fill(ByteBuffer into, SplitMix64 bytes, int number) {
        if (into.hasRemaining()) {
            into.put((byte) number);
        }
        while (into.remaining() >= Long.BYTES) {
            into.putLong(bytes.nextLong());
        }
        while (into.hasRemaining()) {
            into.put((byte) bytes.nextLong());
        }
        into.flip();
    }

    int count() {
        return all.length;
    }

    /** Only to be read. */
    ByteBuffer message(int number) {
        return all[number];
    }

    boolean isMessage(int number, ByteBuffer bytes) {
        return number >= 0 && number < all.length && all[number].equals(bytes);
    }
}
