package org.sockrates.sim.check.schedule;

import java.util.Locale;

/**
 * How the program of one end leaves its connection.
 *
 * @param nanos from when all is said; for {@link Manner#RESETS} and {@link Manner#VANISHES} from the beginning
 */
public record Parting(Manner manner, long nanos) {
    /** What it leaves by. */
    public enum Manner {
        /** It has said everything, and says that. */
        ENDS,
        /** It ends when the other has, as a server does. */
        FOLLOWS,
        /** It ends, but has given up if it is not over by then. */
        RESETS,
        /** It ends, but if it is not over by then its machine is gone, without a word. */
        VANISHES;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it leaves at that time, whatever was said. */
    public boolean isSudden() {
        return manner == Manner.RESETS || manner == Manner.VANISHES;
    }

    /** At once when all is said. */
    public static final Parting USUAL = new Parting(Manner.ENDS, 0);
}
