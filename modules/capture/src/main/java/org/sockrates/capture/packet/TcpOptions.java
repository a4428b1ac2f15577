package org.sockrates.capture.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options of a segment that are understood here.
 *
 * @param mss the largest segment the sender takes (RFC 9293 §3.7.1)
 * @param windowScale by how many bits its windows are shifted (RFC 7323 §2)
 * @param sackPermitted whether it offers selective acknowledgement (RFC 2018)
 * @param sackBlocks what it has, out of order
 * @param others those that nothing else tells of, in their order
 * @param cut whether the capture ends before they do, so that others may have been there
 */
public record TcpOptions(
        OptionalInt mss,
        OptionalInt windowScale,
        boolean sackPermitted,
        List<SackBlock> sackBlocks,
        Optional<Timestamps> timestamps,
        List<Other> others,
        boolean cut) {
    private static final int MD5 = 19;
    private static final int FAST_OPEN = 34;

    /** Bytes from {@code left} up to {@code right}, the second not included. */
    public record SackBlock(long left, long right) {}

    /** The sender's clock and the receiver's, echoed (RFC 7323 §3). */
    public record Timestamps(long value, long echo) {}

    /** One that is not understood here, but known by its kind and its value in hexadecimal digits. */
    public record Other(int kind, String value) {
        /** As tcpdump writes it: {@code tfo cookiereq}, {@code tfo cookie 1fe2}, {@code md5}, {@code unknown-30}. */
        public String text() {
            return switch (kind) {
                case MD5 -> "md5"; // RFC 2385
                case FAST_OPEN -> value.isEmpty() ? "tfo cookiereq" : "tfo cookie " + value; // RFC 7413 §4.1.1
                default -> "unknown-" + kind;
            };
        }
    }

    public TcpOptions {
        sackBlocks = List.copyOf(sackBlocks);
        others = List.copyOf(others);
    }

    static TcpOptions of(TcpView tcp) {
        List<SackBlock> blocks = new ArrayList<>();
        for (int i = 0; i < tcp.sackBlocks(); i++) {
            blocks.add(new SackBlock(tcp.sackLeft(i), tcp.sackRight(i)));
        }
        Optional<Timestamps> timestamps = tcp.hasTimestamps()
                ? Optional.of(new Timestamps(tcp.timestampValue(), tcp.timestampEcho()))
                : Optional.empty();
        return new TcpOptions(
                positive(tcp.mss()),
                positive(tcp.windowScale()),
                tcp.sackPermitted(),
                blocks,
                timestamps,
                tcp.others(),
                tcp.optionsCut());
    }

    private static OptionalInt positive(int value) {
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
