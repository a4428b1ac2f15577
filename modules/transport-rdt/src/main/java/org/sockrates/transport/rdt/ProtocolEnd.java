package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/**
 * One end of a conversation over a line that loses, doubles, disorders and corrupts what it is given. Both ends are alike:
 * each sends messages and receives the other's. This is the interface that a student's own protocol implements, in a class
 * with a public constructor of ({@link ProtocolSettings}, {@link Outside}).
 *
 * <p>Such a class is hunted by the command {@code rdt check CLASS}, or from Java by {@code sim.check.Check.of(Mine::new,
 * null)}; {@code new sim.Transfer(…).run(Mine::new)} has it carry messages over a link, as each {@link Protocol#end} does. The
 * sockets of {@code transport.rdt.socket}, and so a {@link Conversation}, are over the three of {@link Protocol} only.
 *
 * <p>An end is told what happens, with the time, and answers by calling its {@link Outside}. It reads no clock, opens no
 * socket, starts no thread and draws no random number, so that the same inputs always lead to the same outputs. Never
 * called by two threads at once, and never from within one of its own calls to the outside.
 */
public interface ProtocolEnd {
    /** Whether {@link #send} may be called now: there is room for one more message. */
    boolean hasRoom();

    /**
     * The program has something to say.
     *
     * @param message its remaining bytes, at most {@link Packet#MOST_PAYLOAD_BYTES}; to be copied if it is kept
     * @throws IllegalStateException when there is no room
     */
    void send(ByteBuffer message, long nowNanos);

    /**
     * A packet came in over the line. Nobody promises that it is whole, new, in order, or the other end's.
     *
     * @param packet its remaining bytes; to be copied if they are kept
     */
    void arrived(ByteBuffer packet, long nowNanos);

    /** The time of {@link Outside#wakeAt} has come. */
    void timeout(long nowNanos);

    /**
     * The program has taken something, after there was no {@link Outside#room}. A receiver may tell its sender; one that
     * does not is asked at the sender's next timeout.
     */
    default void roomAgain(long nowNanos) {
        // the sender asks
    }

    /** Whether the other end has acknowledged every message, so that nothing is outstanding. */
    boolean allAcknowledged();
}
