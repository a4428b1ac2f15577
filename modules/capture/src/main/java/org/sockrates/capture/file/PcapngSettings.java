package org.sockrates.capture.file;

import java.util.List;
import org.sockrates.transport.UsageException;

/**
 * What a capture file says of itself, and its limits.
 *
 * @param program who writes it, with the version: {@code Sockrates 0.1.0}; nothing else of the machine is told
 * @param points the interfaces, numbered from 0
 * @param snapBytes at most so many bytes of a packet are kept
 * @param bufferBytes whole blocks are gathered up to this much before they are written at once; a block that is larger is
 *     written by itself; a writer takes this much memory when it is made
 * @param mostBytes the file grows no larger; packets that do not fit are counted as dropped, and the file says so
 */
public record PcapngSettings(
        String program, List<VantagePoint> points, int snapBytes, int bufferBytes, long mostBytes) {
    private static final int LARGEST_PACKET = 262_144;
    private static final int BUFFER = 65_536;
    private static final long LARGEST_FILE = 1L << 30;

    public PcapngSettings {
        points = List.copyOf(points);
        positive("snap length", snapBytes);
        positive("buffer", bufferBytes);
        positive("largest file", mostBytes);
        if (program.length() > 200) {
            throw new UsageException("capture: program", program, "200 characters at most");
        }
        if (points.isEmpty()) {
            throw new UsageException("capture: no interface (expected: one or more)");
        }
    }

    /** Whole packets, 64 KiB gathered, at most 1 GiB. */
    public static PcapngSettings of(String program, List<VantagePoint> points) {
        return new PcapngSettings(program, points, LARGEST_PACKET, BUFFER, LARGEST_FILE);
    }

    private static void positive(String what, long value) {
        if (value < 1) {
            throw new UsageException("capture: " + what, Long.toString(value), "1 byte or more");
        }
    }
}
