package org.sockrates.capture.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A TCP header and its options where they lie (RFC 9293 §3.1, RFC 7323, RFC 2018). Made once and pointed at one segment
 * after another; it copies nothing and moves no position. An option that is cut, or whose length is wrong, is not there,
 * and neither is anything behind it.
 */
public final class TcpView {
    private static final int LEAST_HEADER = 20;
    private static final int END = 0;
    private static final int PADDING = 1;
    private static final int MSS = 2;
    private static final int WINDOW_SCALE = 3;
    private static final int SACK_PERMITTED = 4;
    private static final int SACK = 5;
    private static final int TIMESTAMPS = 8;
    private static final Set<Integer> READ = Set.of(PADDING, MSS, WINDOW_SCALE, SACK_PERMITTED, SACK, TIMESTAMPS);

    private ByteBuffer bytes = Octets.NONE;
    private int offset;
    private int captured;
    private int segment;

    /**
     * Points it at a segment.
     *
     * @param capturedBytes how many of the segment's bytes are in the buffer
     * @param segmentBytes how long it was on the link, header included
     * @return whether a whole fixed header is there; if not, every other method throws {@link IndexOutOfBoundsException}
     */
    public boolean wrap(ByteBuffer buffer, int start, int capturedBytes, int segmentBytes) {
        bytes = Octets.NONE;
        offset = start;
        segment = segmentBytes;
        captured = Octets.inside(buffer, start, Math.min(capturedBytes, segmentBytes));
        if (captured < LEAST_HEADER) {
            return false;
        }
        int header = (Octets.u8(buffer, start + 12) >> 4) * 4;
        if (header < LEAST_HEADER || header > segmentBytes) {
            return false;
        }
        bytes = buffer;
        return true;
    }

    public int sourcePort() {
        return Octets.u16(bytes, offset);
    }

    public int destinationPort() {
        return Octets.u16(bytes, offset + 2);
    }

    public long sequence() {
        return Octets.u32(bytes, offset + 4);
    }

    public long acknowledgment() {
        return Octets.u32(bytes, offset + 8);
    }

    public int headerBytes() {
        return (Octets.u8(bytes, offset + 12) >> 4) * 4;
    }

    /** See {@link TcpFlags}. */
    public int flags() {
        return Octets.u16(bytes, offset + 12) & TcpFlags.ALL;
    }

    public boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    /** As it is written, not scaled. */
    public int window() {
        return Octets.u16(bytes, offset + 14);
    }

    public int urgentPointer() {
        return Octets.u16(bytes, offset + 18);
    }

    public int payloadOffset() {
        return offset + headerBytes();
    }

    /** Whether the buffer ends before the header does, and others may have been there than the options that are seen. */
    public boolean optionsCut() {
        return captured < headerBytes();
    }

    /** The payload's length on the link. */
    public int payloadBytes() {
        return segment - headerBytes();
    }

    /** How much of the payload is in the buffer. */
    public int payloadCaptured() {
        return Math.max(0, captured - headerBytes());
    }

    /** The largest segment the sender takes, -1 where it does not say. */
    public int mss() {
        int at = option(MSS, 4);
        return at < 0 ? -1 : Octets.u16(bytes, at + 2);
    }

    /** By how many bits windows are to be shifted, -1 where it does not say. */
    public int windowScale() {
        int at = option(WINDOW_SCALE, 3);
        return at < 0 ? -1 : Octets.u8(bytes, at + 2);
    }

    public boolean sackPermitted() {
        return option(SACK_PERMITTED, 2) >= 0;
    }

    /** How many selective acknowledgements it carries. */
    public int sackBlocks() {
        int at = option(SACK, 2);
        return at < 0 ? 0 : (Octets.u8(bytes, at + 1) - 2) / 8;
    }

    /** The first sequence number of a block, counted from 0. */
    public long sackLeft(int block) {
        return Octets.u32(bytes, sack(block));
    }

    /** The first sequence number behind a block, counted from 0. */
    public long sackRight(int block) {
        return Octets.u32(bytes, sack(block) + 4);
    }

    private int sack(int block) {
        if (block < 0 || block >= sackBlocks()) {
            throw new IndexOutOfBoundsException("block " + block + " of " + sackBlocks());
        }
        return option(SACK, 2) + 2 + 8 * block;
    }

    public boolean hasTimestamps() {
        return option(TIMESTAMPS, 10) >= 0;
    }

    /** The sender's clock; throws {@link IndexOutOfBoundsException} where there are no timestamps. */
    public long timestampValue() {
        return Octets.u32(bytes, option(TIMESTAMPS, 10) + 2);
    }

    /** The receiver's clock, echoed; throws {@link IndexOutOfBoundsException} where there are no timestamps. */
    public long timestampEcho() {
        return Octets.u32(bytes, option(TIMESTAMPS, 10) + 6);
    }

    /** The options that none of these methods reads, in their order. */
    List<TcpOptions.Other> others() {
        List<TcpOptions.Other> others = new ArrayList<>();
        for (int at = offset + LEAST_HEADER; optionBytes(at) > 0; at += optionBytes(at)) {
            int kind = Octets.u8(bytes, at);
            if (!READ.contains(kind)) {
                byte[] value = new byte[optionBytes(at) - 2];
                bytes.get(at + 2, value);
                others.add(new TcpOptions.Other(kind, HexFormat.of().formatHex(value)));
            }
        }
        return others;
    }

    /** Where an option of a kind and of at least that length lies, or far below 0. */
    private int option(int kind, int leastBytes) {
        for (int at = offset + LEAST_HEADER; optionBytes(at) > 0; at += optionBytes(at)) {
            if (Octets.u8(bytes, at) == kind && optionBytes(at) >= leastBytes) {
                return at;
            }
        }
        return Integer.MIN_VALUE;
    }

    /** How long the option there is; 0 where none is, or none that can be. */
    private int optionBytes(int at) {
        int end = offset + Math.min(headerBytes(), captured);
        if (at >= end || Octets.u8(bytes, at) == END) {
            return 0;
        }
        if (Octets.u8(bytes, at) == PADDING) {
            return 1;
        }
        int length = at + 1 < end ? Octets.u8(bytes, at + 1) : 0;
        return length >= 2 && at + length <= end ? length : 0;
    }
}
