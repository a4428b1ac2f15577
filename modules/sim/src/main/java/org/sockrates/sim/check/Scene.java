package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.Timeline;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;

/** What both ends and the line of one run share. */
final class Scene {
    private static final long PRIME = 0x9e3779b97f4a7c15L;

    final Timeline timeline = new Timeline();
    final Judge judge = new Judge();
    final Plan plan;
    final @Nullable Protocol textbook;
    final @Nullable Trace trace;
    private boolean spoken;
    private boolean foreign;
    private long hash;

    /**
     * @param textbook which of the three it says it is, or null
     * @param foreign whether its packets are of its own kind, even where they look like ours
     */
    Scene(Plan plan, @Nullable Protocol textbook, boolean foreign, @Nullable Trace trace) {
        this.plan = plan;
        this.textbook = textbook;
        this.foreign = foreign;
        this.trace = trace;
    }

    /** A packet is about to enter the line; the first one shows what kind of packets these are. */
    boolean isPacket(ByteBuffer bytes, Packet into) {
        boolean packet = !foreign && into.wrap(bytes);
        if (!spoken) {
            spoken = true;
            foreign = foreign || (!packet && textbook == null);
        }
        return packet;
    }

    /** Whether the packets are those of docs/rdt.md, so that they can be read. */
    boolean readsPackets() {
        return spoken && !foreign;
    }

    /** How many at least are outstanding while something waits: stop-and-wait has one, whatever the window is. */
    int windowInUse(Advertised theirs) {
        return textbook == Protocol.STOP_AND_WAIT ? 1 : Math.min(plan.window(), theirs.least());
    }

    long now() {
        return timeline.nowNanos();
    }

    /**
     * Lets everything happen, which asks by itself whether all holds.
     *
     * @param limitNanos up to which time
     * @param mostEvents however early it is
     */
    void play(long limitNanos, int mostEvents) {
        boolean more = true;
        while (more && judge.isContent() && timeline.happened() < mostEvents) {
            more = timeline.next(limitNanos);
        }
        judge.now(now());
    }

    /**
     * What came of it.
     *
     * @param packets that entered the line
     */
    Outcome outcome(long packets) {
        return new Outcome(judge.broken(), hash, timeline.happened(), packets, judge.asked());
    }

    /** Writes down what happens, where somebody will look at it. */
    void step(Step.Kind kind, Way way, String label, String mark) {
        if (trace != null) {
            trace.step(now(), kind, way, label, mark);
        }
    }

    /** One more thing that happened: of the same inputs the same must come. */
    void note(long what) {
        hash = (Long.rotateLeft(hash, 5) ^ what) * PRIME;
    }
}
