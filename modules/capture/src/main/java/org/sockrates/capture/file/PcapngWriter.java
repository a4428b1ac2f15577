package org.sockrates.capture.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Writes IP packets as a pcapng file: nanosecond times, a comment where there is one, one interface a vantage point. What
 * reaches the stream is whole blocks in one write each time, so that a process that is killed leaves a file that can be
 * read to its end. One thread at a time; a packet without a comment allocates nothing.
 */
public final class PcapngWriter implements Closeable {
    private static final int ENHANCED_FIXED = 20;
    private static final int STATISTICS_BYTES = Pcapng.BLOCK_FRAME + 12 + 12 + 12 + 4;
    private static final int LONGEST_COMMENT = 65_535;
    private static final byte[] NO_COMMENT = {};

    private final OutputStream out;
    private final PcapngSettings settings;
    private final long[] written;
    private final long[] dropped;
    private ByteBuffer gathered;
    private long fileBytes;
    private long lastNanos;
    private boolean closed;

    /** Writes the head of the file, and flushes it. */
    public PcapngWriter(OutputStream out, PcapngSettings settings) throws IOException {
        this.out = out;
        this.settings = settings;
        this.written = new long[settings.points().size()];
        this.dropped = new long[settings.points().size()];
        this.gathered = buffer(settings.bufferBytes());
        PcapngHead head = new PcapngHead();
        head.section(settings.program());
        settings.points().forEach(point -> head.point(point, settings.snapBytes()));
        byte[] bytes = head.bytes();
        out.write(bytes);
        out.flush();
        fileBytes = bytes.length;
    }

    /**
     * Adds one packet.
     *
     * @param point the interface, from 0
     * @param epochNanos when, in nanoseconds since 1970
     * @param bytes the packet from its IP header on, position to limit; neither moves
     * @param originalBytes how long it was on the link
     * @param comment one line; empty for none
     * @return false where it does not fit into the largest file allowed: it is counted as dropped
     * @throws IndexOutOfBoundsException where there is no such interface
     * @throws IOException when the stream fails, and when this is closed
     */
    public boolean write(int point, long epochNanos, ByteBuffer bytes, int originalBytes, String comment)
            throws IOException {
        requireOpen();
        Objects.checkIndex(point, written.length);
        int kept = Math.min(bytes.remaining(), settings.snapBytes());
        byte[] remark = comment.isEmpty() ? NO_COMMENT : shortened(comment.getBytes(StandardCharsets.UTF_8));
        int options = remark.length == 0 ? 0 : 4 + Pcapng.padded(remark.length) + 4;
        int block = Pcapng.BLOCK_FRAME + ENHANCED_FIXED + Pcapng.padded(kept) + options;
        if (fileBytes + block + (long) STATISTICS_BYTES * written.length > settings.mostBytes()) {
            dropped[point]++;
            return false;
        }
        lastNanos = Math.max(lastNanos, epochNanos);
        reserve(block);
        gathered.putInt(Pcapng.ENHANCED_PACKET).putInt(block).putInt(point);
        gathered.putInt((int) (epochNanos >>> 32)).putInt((int) epochNanos);
        gathered.putInt(kept).putInt(Math.max(originalBytes, kept));
        int at = gathered.position();
        gathered.put(at, bytes, bytes.position(), kept).position(at + kept);
        pad(kept);
        if (options > 0) {
            gathered.putShort((short) Pcapng.OPTION_COMMENT).putShort((short) remark.length);
            gathered.put(remark);
            pad(remark.length);
            gathered.putInt(Pcapng.OPTION_END);
        }
        gathered.putInt(block);
        fileBytes += block;
        written[point]++;
        return true;
    }

    /** Counts packets that were seen and never handed to {@code write}, so that the file tells of them. */
    public void dropped(int point, long packets) {
        dropped[point] += packets;
    }

    /** How many packets of an interface are in the file. */
    public long written(int point) {
        return written[point];
    }

    /** How many packets of an interface were seen and are not in the file. */
    public long dropped(int point) {
        return dropped[point];
    }

    /** Hands everything to the stream, and flushes it. */
    public void flush() throws IOException {
        requireOpen();
        handOver();
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("capture: the file is closed");
        }
    }

    private void handOver() throws IOException {
        out.write(gathered.array(), gathered.arrayOffset(), gathered.position());
        gathered.clear();
        out.flush();
    }

    /** Adds how many packets were kept and dropped, flushes and closes the stream. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            for (int point = 0; point < written.length; point++) {
                statistics(point);
            }
            handOver();
        }
    }

    private void statistics(int point) throws IOException {
        reserve(STATISTICS_BYTES);
        gathered.putInt(Pcapng.INTERFACE_STATISTICS).putInt(STATISTICS_BYTES).putInt(point);
        gathered.putInt((int) (lastNanos >>> 32)).putInt((int) lastNanos);
        gathered.putShort((short) Pcapng.STATISTICS_RECEIVED).putShort((short) 8);
        gathered.putLong(written[point] + dropped[point]);
        gathered.putShort((short) Pcapng.STATISTICS_DROPPED).putShort((short) 8).putLong(dropped[point]);
        gathered.putInt(Pcapng.OPTION_END).putInt(STATISTICS_BYTES);
    }

    private void reserve(int block) throws IOException {
        if (gathered.remaining() < block) {
            handOver();
        }
        if (gathered.capacity() < block) {
            gathered = buffer(block);
        }
    }

    private void pad(int length) {
        for (int i = length; i < Pcapng.padded(length); i++) {
            gathered.put((byte) 0);
        }
    }

    /** Cut to what an option can hold, never in the middle of a letter. */
    private static byte[] shortened(byte[] utf8) {
        if (utf8.length <= LONGEST_COMMENT) {
            return utf8;
        }
        int end = LONGEST_COMMENT;
        while ((utf8[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(utf8, end);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
