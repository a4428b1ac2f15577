package org.sockrates.sim.check.schedule;

/**
 * What the program of one end does.
 *
 * @param messages that it sends; over a connection, pieces of the stream
 * @param bytes of each; {@link #ANY_SIZE} for all sizes, none and the longest among them
 * @param burst how many it has to say at once
 * @param pauseNanos from one burst to the next
 * @param room for how many messages it has, at least 1
 * @param readNanos how long it takes over each; 0 for no time at all
 * @param parting how it leaves its connection, where there is one
 */
public record Talk(int messages, int bytes, int burst, long pauseNanos, int room, long readNanos, Parting parting) {
    /** Sizes from 0 to the longest, which the message's number decides. */
    public static final int ANY_SIZE = -1;

    /** All the room in the world. */
    public static final int ENDLESS = 1_000_000;

    /** It says nothing and takes everything at once. */
    public static final Talk SILENT = new Talk(0, 1, ENDLESS, 0, ENDLESS, 0, Parting.USUAL);

    Talk messages(int count) {
        return new Talk(count, bytes, burst, pauseNanos, room, readNanos, parting);
    }

    Talk bytes(int size) {
        return new Talk(messages, size, burst, pauseNanos, room, readNanos, parting);
    }

    Talk bursts(int most, long pause) {
        return new Talk(messages, bytes, most, pause, room, readNanos, parting);
    }

    Talk reading(int most, long nanos) {
        return new Talk(messages, bytes, burst, pauseNanos, most, nanos, parting);
    }

    Talk parting(Parting other) {
        return new Talk(messages, bytes, burst, pauseNanos, room, readNanos, other);
    }
}
