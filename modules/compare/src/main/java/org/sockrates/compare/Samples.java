package org.sockrates.compare;

/** How many samples tell what: a percentile so many that one of them at least lies on either side of it. */
public final class Samples {
    /** Of fewer a median is one of them, but no other is told by how many times it is more. */
    private static final long FIRM = 5;

    private Samples() {}

    /** Whether a value rests on so few samples that another run might well say the contrary. */
    public static boolean areFew(Reading reading) {
        return reading instanceof Reading.Measured measured && measured.n() < FIRM;
    }

    /**
     * 2 for the median, 4 for the quartiles, 100 for the 99th percentile, 1000 for the 99.9th; with fewer there is none.
     *
     * @param percent between 0 and 100
     */
    public static long needed(double percent) {
        return Math.round(Math.ceil(100 / Math.min(percent, 100 - percent) - 1e-6));
    }
}
