package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** The half of an end that has something to say. */
interface Sender {
    boolean hasRoom();

    /** A message, when there is room. */
    void message(ByteBuffer message, long nowNanos);

    /** An acknowledgement, whole and of this conversation, of whatever number. */
    void acknowledgement(Packet ack, long nowNanos);

    /** The time of {@link #dueNanos} has come. */
    void timeout(long nowNanos);

    /** When to be woken; {@link Line#NEVER} when nothing is outstanding. */
    long dueNanos();

    boolean allAcknowledged();
}
