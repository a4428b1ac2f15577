package org.sockrates.transport.rdt;

/**
 * Always as long, as a textbook's formulas assume.
 *
 * @param nanos how long
 */
public record FixedTimeout(long nanos) implements RetransmissionTimeout {
    @Override
    public void measured(long roundTripNanos) {
        // what is fixed does not learn
    }

    @Override
    public void expired() {
        // nor does it back off
    }
}
