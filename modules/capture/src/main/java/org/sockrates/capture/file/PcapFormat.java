package org.sockrates.capture.file;

import java.nio.ByteOrder;
import java.util.Optional;

/** What the first four bytes of a classic pcap file tell: the byte order, and what its times count. */
record PcapFormat(ByteOrder order, int unitNanos) {
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;

    /** @param magic read in network order */
    static Optional<PcapFormat> of(int magic) {
        ByteOrder order = magic >>> 24 == 0xa1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int ordered = order == ByteOrder.BIG_ENDIAN ? magic : Integer.reverseBytes(magic);
        return switch (ordered) {
            case MICROSECONDS -> Optional.of(new PcapFormat(order, 1_000));
            case NANOSECONDS -> Optional.of(new PcapFormat(order, 1));
            default -> Optional.empty();
        };
    }
}
