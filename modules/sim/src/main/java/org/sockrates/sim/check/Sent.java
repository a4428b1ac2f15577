package org.sockrates.sim.check;

/** What has become of one number so far. */
final class Sent {
    boolean acknowledged;
    int times;
    long lastNanos;
    long lastCall;
    long dueNanos;
    long arrivalsThen;
    /** How long it waited when it last went again; 0 where something arrived meanwhile, and before. */
    long gapNanos;
}
