package org.sockrates.transport.rdt;

import org.sockrates.transport.UsageException;

/**
 * What both ends of a conversation agree on, and how this one waits.
 *
 * @param connection tells this conversation's packets from others'
 * @param window how many packets may be outstanding, at least 1; stop-and-wait has 1 whatever this says
 * @param numbers the numbers that packets bear
 * @param firstNumber the first packet's
 * @param timeout of this end alone: it learns
 */
public record ProtocolSettings(
        int connection, int window, Numbers numbers, int firstNumber, RetransmissionTimeout timeout) {
    public ProtocolSettings {
        if (window < 1 || window > MOST_WINDOW) {
            throw new UsageException("window", Integer.toString(window), "1 to " + MOST_WINDOW);
        }
    }

    /** So that a conversation's buffers stay below two megabytes at each end. */
    public static final int MOST_WINDOW = 1_024;
}
