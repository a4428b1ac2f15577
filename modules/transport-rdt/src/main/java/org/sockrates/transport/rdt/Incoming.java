package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/**
 * What the other end of a conversation has said: OPEN, bytes, END, in that order and no other. Who forges may say them in
 * another: that must not move the numbers on, or what the other end says itself would be taken for old.
 */
final class Incoming {
    private final int first;
    private final ByteRing bytes;
    private boolean asks;
    private boolean openCame;
    private boolean endCame;
    private int next;

    /** @param first the number of the first packet */
    Incoming(int first, int bufferBytes) {
        this.first = first;
        next = first;
        bytes = new ByteRing(bufferBytes);
    }

    /** The other end has been asked for the connection. */
    void asked() {
        asks = true;
    }

    /**
     * Whether it is data, and not the OPEN that is awaited: bytes, END, one's own question, sent back. The other end says
     * nothing before that, so there is nobody to answer (RFC 9293 §3.10.7.3).
     */
    boolean isNoAnswer(Packet packet) {
        if (!asks || openCame || packet.type() != Packet.Type.DATA) {
            return false;
        }
        ByteBuffer message = packet.payload();
        return packet.number() != first || message.remaining() != 1 || message.get(0) != Conversation.OPEN;
    }

    /** Whether it is something new behind END: nothing is (RFC 9293 §3.10.7.4). */
    boolean isBehindEnd(Packet packet) {
        return endCame && packet.type() == Packet.Type.DATA && packet.number() - next >= 0;
    }

    /**
     * Takes the message that is next.
     *
     * @return whether it is OPEN
     */
    boolean takesOpen(ByteBuffer message) {
        next++;
        byte kind = message.hasRemaining() ? message.get() : 0;
        if (kind == Conversation.OPEN) {
            openCame = true;
        } else if (openCame && !endCame && kind == Conversation.DATA) {
            bytes.put(message);
        } else if (openCame && kind == Conversation.END) {
            endCame = true;
        }
        return kind == Conversation.OPEN;
    }

    ByteRing bytes() {
        return bytes;
    }

    boolean hasOpenCome() {
        return openCame;
    }

    /** Whether anything behind OPEN has, that is not read yet or was the last. */
    boolean hasMoreCome() {
        return endCame || bytes.availableBytes() > 0;
    }

    boolean hasEndCome() {
        return endCame;
    }
}
