package org.sockrates.capture.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.capture.file.Capture.Skipped;
import org.sockrates.capture.packet.Packet;

/**
 * Reads pcapng files (draft-ietf-opsawg-pcapng): sections of either byte order, interfaces each with its own link and
 * clock, enhanced, simple and obsolete packet blocks. Other blocks are passed over.
 */
final class PcapngReader implements CaptureReader {
    private static final int MOST_INTERFACES = 1_024;
    private static final int SECTION_FIXED = 16;
    private static final int PACKET_FIXED = 20;
    private static final int SIMPLE_FIXED = 4;

    private final CountedInput in;
    private final Frames frames = new Frames();
    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private int section = -1;
    private int sectionBegin;
    private long lastNanos;

    /** @param in stands behind the first block's type */
    PcapngReader(CountedInput in) throws IOException {
        this.in = in;
        section();
    }

    @Override
    public Optional<Packet> next() throws IOException {
        Optional<Packet> packet = Optional.empty();
        while (packet.isEmpty()) {
            ByteBuffer head = in.upTo(4, "a block's type").order(order);
            if (!head.hasRemaining()) {
                return packet;
            }
            packet = block(head.getInt());
        }
        return packet;
    }

    private Optional<Packet> block(int type) throws IOException {
        if (type == Pcapng.SECTION_HEADER) {
            section();
            return Optional.empty();
        }
        long at = in.offset() - 4;
        long length = in.exactly(4, "a block's length").order(order).getInt() & 0xffff_ffffL;
        int fixed = switch (type) {
            case Pcapng.INTERFACE_DESCRIPTION -> PcapngInterface.FIXED;
            case Pcapng.ENHANCED_PACKET, Pcapng.OBSOLETE_PACKET -> PACKET_FIXED;
            case Pcapng.SIMPLE_PACKET -> SIMPLE_FIXED;
            default -> 0;
        };
        checkLength(at, length, Pcapng.BLOCK_FRAME + fixed);
        if (fixed == 0) {
            in.skip(length - Pcapng.BLOCK_FRAME, "a block");
            checkTrailer(length);
            return Optional.empty();
        }
        if (length > Frames.LARGEST) {
            throw in.fault(at, "block length " + length, "at most " + Frames.LARGEST);
        }
        int bodyBytes = (int) length - Pcapng.BLOCK_FRAME;
        ByteBuffer block = in.exactly(bodyBytes + 4, "a block").order(order);
        checkTrailer(length, block.getInt(bodyBytes));
        ByteBuffer body = block.limit(bodyBytes);
        return switch (type) {
            case Pcapng.INTERFACE_DESCRIPTION -> description(at, body);
            case Pcapng.SIMPLE_PACKET -> simple(at, body);
            default -> packet(at, body, type == Pcapng.OBSOLETE_PACKET);
        };
    }

    /** The block that says which byte order holds, its own length included. */
    private void section() throws IOException {
        long at = in.offset() - 4;
        ByteBuffer head = in.exactly(8, "a section header").order(ByteOrder.BIG_ENDIAN);
        int magic = head.getInt(4);
        if (magic != Pcapng.BYTE_ORDER && Integer.reverseBytes(magic) != Pcapng.BYTE_ORDER) {
            throw in.fault(at + 8, String.format(Locale.ROOT, "byte order %08x", magic), "1a2b3c4d, or 4d3c2b1a");
        }
        order = magic == Pcapng.BYTE_ORDER ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        long length = head.order(order).getInt(0) & 0xffff_ffffL;
        checkLength(at, length, Pcapng.BLOCK_FRAME + SECTION_FIXED);
        int major = in.exactly(4, "a section header").order(order).getShort() & 0xffff;
        if (major != 1) {
            throw in.fault(at + 12, "version " + major, "1");
        }
        in.skip(length - Pcapng.BLOCK_FRAME - 8, "a section header");
        checkTrailer(length);
        section++;
        sectionBegin = interfaces.size();
    }

    private Optional<Packet> description(long at, ByteBuffer body) throws CaptureFaultException {
        if (interfaces.size() == MOST_INTERFACES) {
            throw in.fault(at, "one interface more", "at most " + MOST_INTERFACES);
        }
        interfaces.add(PcapngInterface.of(section, body));
        return Optional.empty();
    }

    private Optional<Packet> packet(long at, ByteBuffer body, boolean obsolete) throws CaptureFaultException {
        int number = obsolete ? body.getShort(0) & 0xffff : body.getInt(0);
        PcapngInterface from = numbered(at, number);
        lastNanos = from.units().nanos((long) body.getInt(4) << 32 | (body.getInt(8) & 0xffff_ffffL));
        long kept = body.getInt(12) & 0xffff_ffffL;
        long original = body.getInt(16) & 0xffff_ffffL;
        if (kept > body.limit() - PACKET_FIXED) {
            throw in.fault(
                    at, "packet of " + kept + " bytes", "at most " + (body.limit() - PACKET_FIXED) + ", its block's");
        }
        int options = Math.min(PACKET_FIXED + Pcapng.padded((int) kept), body.limit());
        String comment = comment(body.duplicate().order(order).position(options));
        ByteBuffer frame = body.duplicate().position(PACKET_FIXED).limit(PACKET_FIXED + (int) kept);
        return frames.packet(from.linkType(), lastNanos, frame, original, sectionBegin + number, comment);
    }

    /** It has no time, so it has the time of the one before; it is the first interface's. */
    private Optional<Packet> simple(long at, ByteBuffer body) throws CaptureFaultException {
        PcapngInterface from = numbered(at, 0);
        long original = body.getInt(0) & 0xffff_ffffL;
        long most = from.snapBytes() > 0 ? Math.min(from.snapBytes(), original) : original;
        int kept = (int) Math.min(most, body.limit() - SIMPLE_FIXED);
        ByteBuffer frame = body.duplicate().position(SIMPLE_FIXED).limit(SIMPLE_FIXED + kept);
        return frames.packet(from.linkType(), lastNanos, frame, original, sectionBegin, "");
    }

    private static String comment(ByteBuffer at) {
        StringBuilder comment = new StringBuilder();
        PcapngOptions options = new PcapngOptions(at);
        while (options.advance()) {
            if (options.code() == Pcapng.OPTION_COMMENT) {
                comment.append(comment.isEmpty() ? "" : "; ").append(options.text());
            }
        }
        return comment.toString();
    }

    private PcapngInterface numbered(long at, int number) throws CaptureFaultException {
        int known = interfaces.size() - sectionBegin;
        if (number < 0 || number >= known) {
            String expected = known == 0 ? "an interface description first" : "0 to " + (known - 1);
            throw in.fault(at, "interface " + (number & 0xffff_ffffL), expected);
        }
        return interfaces.get(sectionBegin + number);
    }

    private void checkLength(long at, long length, int least) throws CaptureFaultException {
        if (length % 4 != 0 || length < least) {
            throw in.fault(at, "block length " + length, "a multiple of 4, at least " + least);
        }
    }

    private void checkTrailer(long length) throws IOException {
        checkTrailer(length, in.exactly(4, "a block").order(order).getInt());
    }

    private void checkTrailer(long length, int again) throws CaptureFaultException {
        if ((int) length != again) {
            String expected = length + ", as at its beginning";
            throw in.fault(in.offset() - 4, "block length at its end " + (again & 0xffff_ffffL), expected);
        }
    }

    @Override
    public List<VantagePoint> points() {
        return interfaces.stream().map(PcapngInterface::point).toList();
    }

    @Override
    public Skipped skipped() {
        return frames.skipped();
    }
}
