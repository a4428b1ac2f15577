package org.sockrates.sim.formula;

/**
 * One protocol at one window and one loss: measured, and reckoned.
 *
 * @param formula what a textbook says, and all that it depends on
 * @param reckonedNanos what it says of the time from one delivery to the next; where it is a bound, the least
 * @param seed of all its runs
 * @param messageNanos measured time from one delivery to the next
 * @param packets measured data packets a message
 * @param events that happened in all runs
 */
public record Cell(
        Formula formula, double reckonedNanos, long seed, Estimate messageNanos, Estimate packets, long events) {
    /** The share of the time in which the wire carries what will be delivered from it: tf by the time a message takes. */
    public double utilisation() {
        return formula.line().packetNanos() / messageNanos.mean();
    }

    /** How sure {@link #utilisation} is, in its own unit; infinite for one run. */
    public double utilisationHalfWidth() {
        return utilisation() * messageNanos.halfWidth() / messageNanos.mean();
    }

    /** The formula's; where it is a bound, the most. */
    public double utilisationByFormula() {
        return formula.line().packetNanos() / reckonedNanos;
    }

    /** Bits a second of messages, without headers. */
    public double goodput() {
        return goodput(messageNanos.mean());
    }

    /** The formula's; where it is a bound, the most. */
    public double goodputByFormula() {
        return goodput(reckonedNanos);
    }

    private double goodput(double nanos) {
        return formula.line().messageBytes() * 8e9 / nanos;
    }

    /** Whether the formula lies in the interval; where it is a bound, whether the interval reaches down to it. */
    public boolean holds() {
        return formula.kind() == Formula.Kind.BOUND
                ? !messageNanos.isBelow(reckonedNanos)
                : messageNanos.covers(reckonedNanos);
    }
}
