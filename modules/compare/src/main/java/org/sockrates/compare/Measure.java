package org.sockrates.compare;

/**
 * Something an experiment looks at, whatever the transport. Not a value: see {@link Figure}.
 *
 * @param name iperf3's key where there is one: {@code lost_percent}
 * @param meaning one line for a student who asks what it is
 * @param dispensable whether a table may leave out its row where no transport has a value, or none but 0
 */
public record Measure(String name, Unit unit, String meaning, boolean dispensable) {
    /** One whose row is always shown. */
    public Measure(String name, Unit unit, String meaning) {
        this(name, unit, meaning, false);
    }

    /** A value that was measured. */
    public Figure measured(long n, double value) {
        return new Figure(this, Reading.measured(n, value));
    }

    /** A count. */
    public Figure counted(long n, long count) {
        return measured(n, (double) count);
    }

    /** Something that held or did not. */
    public Figure held(long n, boolean held) {
        return counted(n, held ? 1 : 0);
    }

    /** A value that follows from a formula. */
    public Figure computed(double value, String formula) {
        return new Figure(this, new Reading.Computed(value, formula));
    }

    /** No value, and why. */
    public Figure absent(String reason) {
        return new Figure(this, new Reading.Absent(reason));
    }
}
