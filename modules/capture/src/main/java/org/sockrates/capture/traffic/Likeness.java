package org.sockrates.capture.traffic;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.capture.packet.Checksum.Verdict;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.PacketView.Carries;

/**
 * What a packet has in common where it was sent and where it arrived: its bytes, but for what each router writes anew (RFC 1812
 * §5.3.1, RFC 3168 §5, RFC 8200 §3), what a network card fills in on its way out, and what pads its frame.
 */
final class Likeness {
    private Likeness() {}

    /**
     * A copy of its bytes, with 0 where they may differ.
     *
     * @param thrownAway why its receiver throws it away; its checksum tells it from what was sent then, and where the header's
     *     is wrong, every byte does. That of fragments no card fills in.
     */
    static ByteBuffer of(Packet packet, Optional<Verdict> thrownAway) {
        PacketView view = new PacketView();
        ByteBuffer kept = packet.bytes();
        Carries carries = packet.view(view);
        if (carries == Carries.NOTHING
                || thrownAway.filter(Verdict.BAD_HEADER::equals).isPresent()) {
            return kept;
        }
        int begin = kept.position();
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(kept.remaining(), view.totalBytes()));
        bytes.put(0, kept, begin, bytes.capacity());
        if (view.version() == 4) {
            bytes.put(1, (byte) 0).put(8, (byte) 0).putShort(10, (short) 0);
        } else {
            bytes.putShort(0, (short) (bytes.getShort(0) & 0xf00f)).put(7, (byte) 0);
        }
        if (thrownAway.isEmpty() && !view.moreFragments()) {
            int carried = view.payloadOffset() - begin;
            switch (carries) {
                case TCP -> bytes.putShort(carried + 16, (short) 0);
                case UDP -> bytes.putShort(carried + 6, (short) 0);
                case ICMP, OTHER, NOTHING -> {}
            }
        }
        return bytes;
    }
}
