package org.sockrates.capture.analysis;

import java.util.Optional;

/**
 * The states of both ends of one TCP connection, inferred from its segments. Each segment is told twice, when it leaves
 * and when it arrives; one that is lost or damaged never arrives. Names are {@code ss}'s.
 */
public final class InferredStates {
    private final InferredEnd initiator = new InferredEnd();
    private final InferredEnd other = new InferredEnd();

    /** A segment leaves its sender; the change is the sender's. */
    public Optional<StateChange> sent(Analysed segment) {
        return sender(segment).sends(segment);
    }

    /** A segment, or a copy, reaches the other end; the change is the receiver's. */
    public Optional<StateChange> arrived(Analysed segment) {
        return receiver(segment).receives(segment);
    }

    /** An ICMP error reaches an end that has asked; the change is its own. */
    public Optional<StateChange> rejected(boolean atInitiator) {
        return end(atInitiator).rejected();
    }

    /** An end is told that its connection is lost. */
    public Optional<StateChange> lost(boolean atInitiator) {
        return end(atInitiator).lost();
    }

    /** How far the receiver of a segment has received without a gap; FIN counts as one. */
    public long receivedUpTo(Analysed segment) {
        return receiver(segment).receivedUpTo();
    }

    private InferredEnd sender(Analysed segment) {
        return end(segment.fromInitiator());
    }

    private InferredEnd receiver(Analysed segment) {
        return end(!segment.fromInitiator());
    }

    private InferredEnd end(boolean ofInitiator) {
        return ofInitiator ? initiator : other;
    }
}
