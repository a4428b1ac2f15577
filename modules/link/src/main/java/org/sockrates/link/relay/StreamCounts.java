package org.sockrates.link.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sockrates.link.LinkReport;

/**
 * What has passed a {@link TcpRelay}, in pieces as they were read and in bytes. Written by the relay's thread, read by any;
 * the writer holds the lock of this object over what belongs together, so that whatever a peer has read was counted.
 */
final class StreamCounts {
    private final Map<String, Long> byRule = new LinkedHashMap<>();
    private long in;
    private long out;
    private long dropped;
    private long inBytes;
    private long outBytes;

    /** A piece was read; answers its number. */
    synchronized long entered(int bytes) {
        inBytes += bytes;
        return ++in;
    }

    /** Some bytes were handed to the system. */
    synchronized void written(int bytes) {
        outBytes += bytes;
    }

    /** The last byte of a piece was handed to the system. */
    synchronized void left() {
        out++;
    }

    synchronized void dropped(long pieces) {
        dropped += pieces;
    }

    /** @param words of the faults that hit a piece, with commas between; empty for none */
    synchronized void hit(String words) {
        if (!words.isEmpty()) {
            for (String word : words.split(",", -1)) {
                byRule.merge(word, 1L, Long::sum);
            }
        }
    }

    synchronized LinkReport report() {
        return new LinkReport(in, out, dropped, 0, 0, 0, in - out - dropped, inBytes, outBytes, byRule);
    }
}
