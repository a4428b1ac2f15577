package org.sockrates.sim.check;

/**
 * How the program of one end leaves its connection.
 *
 * @param nanos from when all is said, or for {@link Manner#RESETS} from the beginning
 */
public record Parting(Manner manner, long nanos) {
    /** What it leaves by. */
    public enum Manner {
        /** It has said everything, and says that. */
        ENDS,
        /** It ends when the other has, as a server does. */
        FOLLOWS,
        /** It ends, but has given up if it is not over by then. */
        RESETS
    }

    /** At once when all is said. */
    public static final Parting USUAL = new Parting(Manner.ENDS, 0);
}
