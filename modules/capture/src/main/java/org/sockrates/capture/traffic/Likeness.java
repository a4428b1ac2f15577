package org.sockrates.capture.traffic;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.capture.packet.Checksum.Verdict;
import org.sockrates.capture.packet.KeyBytes;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.PacketView.Carries;

/**
 * What a packet has in common where it was sent and where it arrived: its bytes, but for what each router writes anew (RFC 1812
 * §5.3.1, RFC 3168 §5, RFC 8200 §3), what a network card fills in on its way out, and what pads its frame.
 *
 * @param head a copy of its headers, with 0 where they may differ
 * @param rest what follows, where the packet lies: no copy, as a file may hold many
 */
record Likeness(KeyBytes head, KeyBytes rest) {
    private static final int MOST_CARRIED = 20; // of TCP's header without options, or of UDP's

    /**
     * That of a packet.
     *
     * @param thrownAway why its receiver throws it away: it is like nothing else then, but for a fragment, which arrives though
     *     another one is wrong. Its checksum no card fills in.
     */
    static Likeness of(Packet packet, Optional<Verdict> thrownAway) {
        PacketView view = new PacketView();
        ByteBuffer kept = packet.bytes();
        Carries carries = packet.view(view);
        if (carries == Carries.NOTHING
                || thrownAway.filter(why -> isOfNoUse(why, view)).isPresent()) {
            return of(ByteBuffer.allocate(0), kept);
        }
        int begin = kept.position();
        int whole = Math.min(kept.remaining(), view.totalBytes());
        int carried = view.payloadOffset() - begin;
        ByteBuffer head = ByteBuffer.allocate(Math.min(whole, carried + MOST_CARRIED));
        head.put(0, kept, begin, head.capacity());
        if (view.version() == 4) {
            head.put(1, (byte) 0).put(8, (byte) 0).putShort(10, (short) 0);
        } else {
            head.putShort(0, (short) (head.getShort(0) & 0xf00f)).put(7, (byte) 0);
        }
        if (!view.moreFragments()) {
            switch (carries) {
                case TCP -> head.putShort(carried + 16, (short) 0);
                case UDP -> head.putShort(carried + 6, (short) 0);
                case ICMP, OTHER, NOTHING -> {}
            }
        }
        return of(head, kept.slice(begin + head.capacity(), whole - head.capacity()));
    }

    private static Likeness of(ByteBuffer head, ByteBuffer rest) {
        return new Likeness(new KeyBytes(head), new KeyBytes(rest));
    }

    private static boolean isOfNoUse(Verdict why, PacketView view) {
        boolean part = view.moreFragments() || view.fragmentOffset() > 0;
        return !part || why == Verdict.BAD_HEADER;
    }
}
