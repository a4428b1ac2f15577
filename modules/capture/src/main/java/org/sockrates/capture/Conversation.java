package org.sockrates.capture;

import java.util.List;

/**
 * What two parties did with each other.
 *
 * @param stream whether bytes passed as a stream, else as datagrams
 * @param left who began
 * @param passed what a hop between them saw
 */
record Conversation(
        String transport,
        boolean stream,
        Party left,
        Party right,
        List<Noted> leftCalls,
        List<Noted> rightCalls,
        List<PassedMessage> passed,
        Addresses addresses) {

    Party party(Side side) {
        return side == Side.LEFT ? left : right;
    }

    List<Noted> calls(Side side) {
        return side == Side.LEFT ? leftCalls : rightCalls;
    }

    /** Its first moment. */
    Moment begin() {
        Moment first = new Moment(Long.MAX_VALUE, Long.MAX_VALUE);
        for (Side side : Side.values()) {
            for (Noted call : calls(side)) {
                first = call.begin().compareTo(first) < 0 ? call.begin() : first;
            }
        }
        for (PassedMessage message : passed) {
            Moment at = new Moment(message.atNanos(), Long.MAX_VALUE);
            first = at.compareTo(first) < 0 ? at : first;
        }
        return first;
    }
}
