package org.sockrates.transport;

/** Where time is read. Handed to whatever needs it, so that virtual time can take its place. */
@FunctionalInterface
public interface NanoClock {
    /** Nanoseconds from a fixed, arbitrary start; never goes back. */
    long nanoTime();
}
