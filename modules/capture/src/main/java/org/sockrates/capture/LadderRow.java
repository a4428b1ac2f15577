package org.sockrates.capture;

import org.jspecify.annotations.Nullable;
import org.sockrates.transport.SocketEvent;

/** One row of a ladder, before it is drawn. */
public sealed interface LadderRow {
    /** When, on the clock of the socket events. */
    long nanos();

    /** The call in the margin of a side, if one stands there. */
    @Nullable
    SocketEvent call(Side side);

    /** A call that nothing crossed to the other end for. */
    record Alone(long nanos, Side side, SocketEvent call) implements LadderRow {
        @Override
        public @Nullable SocketEvent call(Side where) {
            return where == side ? call : null;
        }
    }

    /**
     * Something that crosses, whole or the half of it that this row shows.
     *
     * @param from the side it leaves
     * @param shape what of it is seen
     * @param label the message, or {@code connect}, {@code end of stream}, {@code reset}
     * @param mark why it got no further; empty where it did
     * @param tookNanos from leaving to arriving, where this row shows both
     * @param leaving the call at the side it leaves, null where that is not seen in this row
     * @param arriving the call at the side it reaches, null where that is not seen in this row
     */
    record Arrow(
            long nanos,
            Side from,
            Shape shape,
            String label,
            String mark,
            long tookNanos,
            @Nullable SocketEvent leaving,
            @Nullable SocketEvent arriving)
            implements LadderRow {
        @Override
        public @Nullable SocketEvent call(Side where) {
            return where == from ? leaving : arriving;
        }
    }

    /** How much of an arrow a row shows. */
    enum Shape {
        /** From end to end. */
        WHOLE,
        /** It leaves; it arrives in another row. */
        LEAVING,
        /** It arrives; it left in another row. */
        ARRIVING,
        /** It leaves, and a rule or a refusal ends it. */
        ENDED,
        /** It leaves, and no call was seen that took it. */
        UNTAKEN,
        /** A copy reaches the end, and no call was seen that took it. */
        ARRIVING_UNTAKEN,
        /** It arrives, and no call was seen that sent it. */
        UNSENT
    }
}
