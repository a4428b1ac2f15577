package org.sockrates.compare;

import java.time.Duration;
import org.sockrates.transport.SplitMix64;

/**
 * What every experiment of one comparison is told.
 *
 * @param seed of whatever an experiment draws
 * @param quick smaller numbers, for tests and for a first look
 * @param congestion the congestion control to use, where a passage lets one choose; empty for the system's own
 * @param times how much longer than usual everything may take: many where time is virtual
 */
public record Settings(long seed, boolean quick, String congestion, int times) {
    private static final int TIMES_IN_VIRTUAL_TIME = 50;

    /** In real time. */
    public Settings(long seed, boolean quick, String congestion) {
        this(seed, quick, congestion, 1);
    }

    /** With the system's own congestion control. */
    public Settings(long seed, boolean quick) {
        this(seed, quick, "");
    }

    /** The same where a wait costs nobody anything. */
    Settings inVirtualTime() {
        return new Settings(seed, quick, congestion, TIMES_IN_VIRTUAL_TIME);
    }

    /** Whether waits cost time. */
    public boolean inRealTime() {
        return times == 1;
    }

    /** One of two numbers, by how thorough this comparison is. */
    public int count(int thorough, int whenQuick) {
        return quick ? whenQuick : thorough;
    }

    /** How long one experiment may go on asking the same thing of one transport. */
    public Duration budget() {
        return Duration.ofSeconds(count(2, 1)).multipliedBy(times);
    }

    /** How long any single call may wait for the peer. */
    public Duration patience() {
        return Duration.ofSeconds(count(5, 2)).multipliedBy(times);
    }

    /** How long to wait for the end of an actor that is patient itself. */
    public Duration actorLimit() {
        return patience().multipliedBy(2);
    }

    /** The same for one of several repetitions: each draws otherwise, the first as a single run would. */
    Settings forRepetition(int repetition) {
        return repetition == 0
                ? this
                : new Settings(SplitMix64.part(seed, repetition).nextLong(), quick, congestion, times);
    }
}
