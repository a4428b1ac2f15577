package org.sockrates.capture.ladder;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.analysis.StateChange;
import org.sockrates.transport.SocketEvent;

/** One row of a ladder, before it is drawn. */
public sealed interface LadderRow {
    /** When, on the clock of the socket events. */
    long nanos();

    /** What stands beside the bar of a side. */
    Margin margin(Side side);

    /**
     * What one end did at a row.
     *
     * @param call the call it made, null where it made none
     * @param change the state it went to
     * @param note how it stands then, where numbered packets tell; empty where they do not
     * @param timer what its timer does, where they tell that
     */
    record Margin(@Nullable SocketEvent call, Optional<StateChange> change, String note, Optional<TimerMark> timer) {
        public static final Margin NONE = new Margin(null, Optional.empty());

        /** Without a note. */
        public Margin(@Nullable SocketEvent call, Optional<StateChange> change) {
            this(call, change, "", Optional.empty());
        }

        public static Margin of(@Nullable SocketEvent call) {
            return new Margin(call, Optional.empty());
        }

        public static Margin of(String note) {
            return of(note, Optional.empty());
        }

        public static Margin of(String note, Optional<TimerMark> timer) {
            return new Margin(null, Optional.empty(), note, timer);
        }

        /**
         * How it stands, and what its timer does; empty where packets do not tell.
         *
         * @param times whether to say how long a timer ran
         */
        public String stands(boolean times) {
            return timer.map(mark -> mark.beside(note, times)).orElse(note);
        }

        /** How it stands, in fewer columns: of its timer only that it rang. */
        String brief() {
            return timer.filter(mark -> mark.deed() == TimerMark.Deed.RINGS).isPresent() ? stands(false) : note;
        }

        public Margin withoutCall() {
            return new Margin(null, change, note, timer);
        }
    }

    /**
     * A call that nothing crossed to the other end for.
     *
     * @param call null where it stands elsewhere, or is not wanted
     * @param change the state its end went to, where the call was told that the connection is lost
     */
    record Alone(long nanos, Side side, @Nullable SocketEvent call, Optional<StateChange> change) implements LadderRow {
        @Override
        public Margin margin(Side where) {
            return where == side ? new Margin(call, change) : Margin.NONE;
        }
    }

    /**
     * Something that crosses, whole or the half of it that this row shows.
     *
     * @param from the side it leaves
     * @param shape what of it is seen
     * @param label what it is
     * @param mark why it got no further; empty where it did
     * @param took from leaving to arriving, where this row shows both
     * @param leaving the side it leaves
     * @param arriving the side it reaches
     */
    record Arrow(
            long nanos,
            Side from,
            Shape shape,
            ArrowLabel label,
            String mark,
            Took took,
            Margin leaving,
            Margin arriving)
            implements LadderRow {
        @Override
        public Margin margin(Side where) {
            return where == from ? leaving : arriving;
        }
    }

    /**
     * How long something took to cross.
     *
     * @param seen whether it was seen to arrive; else it is the time until a call had it, and nobody knows how long it had
     *     been there by then
     */
    record Took(long nanos, boolean seen) {
        public static final Took NOTHING = new Took(0, true);

        boolean isWorthAWord() {
            return nanos >= 1_000_000;
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
