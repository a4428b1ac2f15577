package org.sockrates.capture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.sockrates.capture.file.Capture.Skipped;
import org.sockrates.capture.packet.Packet;

/** Reads classic pcap files (draft-ietf-opsawg-pcap), with times in microseconds or nanoseconds. */
final class PcapReader implements CaptureReader {
    private static final int HEAD_BEHIND_MAGIC = 20;
    private static final int RECORD_HEADER = 16;
    private static final int LINK_TYPE_BITS = 0xffff;

    private final CountedInput in;
    private final PcapFormat format;
    private final int linkType;
    private final Frames frames = new Frames();

    /** @param in stands behind the magic number */
    PcapReader(CountedInput in, PcapFormat format) throws IOException {
        this.in = in;
        this.format = format;
        ByteBuffer head = in.exactly(HEAD_BEHIND_MAGIC, "the file header").order(format.order());
        int major = head.getShort(0) & 0xffff;
        if (major != 2) {
            throw in.fault(4, "version " + major, "2");
        }
        linkType = head.getInt(16) & LINK_TYPE_BITS;
    }

    @Override
    public Optional<Packet> next() throws IOException {
        Optional<Packet> packet = Optional.empty();
        while (packet.isEmpty()) {
            long at = in.offset();
            ByteBuffer header = in.upTo(RECORD_HEADER, "a packet's header").order(format.order());
            if (!header.hasRemaining()) {
                return packet;
            }
            long nanos = (header.getInt() & 0xffff_ffffL) * 1_000_000_000L
                    + (header.getInt() & 0xffff_ffffL) * format.unitNanos();
            long kept = header.getInt() & 0xffff_ffffL;
            long original = header.getInt() & 0xffff_ffffL;
            if (kept > Frames.LARGEST) {
                throw in.fault(at, "packet of " + kept + " bytes", "at most " + Frames.LARGEST);
            }
            ByteBuffer frame = in.exactly((int) kept, "a packet");
            packet = frames.packet(linkType, nanos, frame, original, 0, "");
        }
        return packet;
    }

    /** The format has no name for the one place there is. */
    @Override
    public List<VantagePoint> points() {
        return List.of(new VantagePoint("", ""));
    }

    @Override
    public Skipped skipped() {
        return frames.skipped();
    }
}
