package org.sockrates.transport.rdt;

/**
 * What an end of a {@link Conversation} is made with.
 *
 * @param protocol of the transfer below: one of the three, whose states can be looked at
 * @param connection tells this conversation's packets from others'; the first packet bears it as its number, too
 * @param window packets that may be outstanding
 * @param bufferBytes that wait to be sent, and as many that have come and wait to be received; at least {@link
 *     Conversation#MOST_BYTES}
 * @param timeout of this end alone: it learns
 * @param openingNanos how long the other end may be silent while the connection is opened
 * @param silenceNanos how long it may be silent, later, with something to acknowledge (RFC 9293 §3.8.3 asks for 100 s)
 */
public record ConversationSettings(
        Protocol protocol,
        int connection,
        int window,
        int bufferBytes,
        RetransmissionTimeout timeout,
        long openingNanos,
        long silenceNanos) {
    ProtocolSettings protocolSettings() {
        return new ProtocolSettings(connection, window, Numbers.ALL, connection, timeout);
    }
}
