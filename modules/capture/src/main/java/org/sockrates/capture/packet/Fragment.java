package org.sockrates.capture.packet;

/**
 * Which part of a packet that was cut in several this one carries (RFC 791 §3.2, RFC 8200 §4.5).
 *
 * @param identification the same in all parts of one packet
 * @param offset where in the whole its bytes begin
 * @param headers how many bytes of the whole's own extension headers stand before those it carries, in the first
 * @param bytes how many of the whole's bytes it carries behind these
 * @param more whether others follow behind it
 */
public record Fragment(int identification, int offset, int headers, int bytes, boolean more) {
    /** Where in the whole its bytes end. */
    public int end() {
        return offset + headers + bytes;
    }
}
