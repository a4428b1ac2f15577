package org.sockrates.sim.tcp;

import org.sockrates.transport.UsageException;

/**
 * What one end of a modelled connection is like.
 *
 * @param pair where its segments go; the end that is asked takes it from the segment that asks
 * @param firstNumber of the sequence (RFC 9293 §3.4.1); whoever hosts it draws one
 * @param segmentBytes the longest payload of a segment, either way; the other end's may be less
 * @param sendBufferBytes taken from the program and not acknowledged
 * @param receiveBufferBytes held for the program, and offered as the window; it does not grow with use, as Linux' does
 * @param nagle whether a short segment waits as long as another short one is outstanding (RFC 9293 §3.7.4, as Linux)
 */
public record ModelSettings(
        TcpPair pair, int firstNumber, int segmentBytes, int sendBufferBytes, int receiveBufferBytes, boolean nagle) {
    /** As on Ethernet: 1460 bytes a segment; 4 MiB each way, Linux' largest send buffer. */
    public static final ModelSettings USUAL = new ModelSettings(TcpPair.USUAL, 0, 1460, 4 << 20, 4 << 20, true);

    private static final int LEAST_SEGMENT_BYTES = 88;
    private static final int MOST_SEGMENT_BYTES = 65_495;
    private static final int MOST_BUFFER_BYTES = 1 << 29;

    public ModelSettings {
        within("segment", segmentBytes, LEAST_SEGMENT_BYTES, MOST_SEGMENT_BYTES);
        within("send buffer", sendBufferBytes, 1, MOST_BUFFER_BYTES);
        within("receive buffer", receiveBufferBytes, 1, MOST_BUFFER_BYTES);
    }

    private static void within(String what, int bytes, int least, int most) {
        if (bytes < least || bytes > most) {
            throw new UsageException("tcp model: " + what, bytes + " bytes", least + " to " + most);
        }
    }

    public ModelSettings withPair(TcpPair other) {
        return new ModelSettings(other, firstNumber, segmentBytes, sendBufferBytes, receiveBufferBytes, nagle);
    }

    public ModelSettings withFirstNumber(int other) {
        return new ModelSettings(pair, other, segmentBytes, sendBufferBytes, receiveBufferBytes, nagle);
    }

    public ModelSettings withBufferBytes(int send, int receive) {
        return new ModelSettings(pair, firstNumber, segmentBytes, send, receive, nagle);
    }

    public ModelSettings withNagle(boolean other) {
        return new ModelSettings(pair, firstNumber, segmentBytes, sendBufferBytes, receiveBufferBytes, other);
    }
}
