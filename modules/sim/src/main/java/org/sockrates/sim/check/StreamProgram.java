package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sockrates.sim.Timeline;
import org.sockrates.sim.check.schedule.Talk;

/** The program of one end of a connection: what it has to say, and whether what it hears is what was said. */
final class StreamProgram {
    private final Timeline timeline;
    private final Talk talk;
    private final byte[] says;
    private final byte[] hears;
    private final int[] ends;
    private int allowed;
    private int piece;
    private int said;
    private int heard;

    StreamProgram(Timeline timeline, Talk talk, Messages says, Messages hears) {
        this.timeline = timeline;
        this.talk = talk;
        this.says = stream(says);
        this.hears = stream(hears);
        ends = new int[says.count()];
        for (int i = 0, end = 0; i < ends.length; i++) {
            end += says.message(i).remaining();
            ends[i] = end;
        }
    }

    private static byte[] stream(Messages messages) {
        int size = 0;
        for (int i = 0; i < messages.count(); i++) {
            size += messages.message(i).remaining();
        }
        ByteBuffer stream = ByteBuffer.allocate(size);
        for (int i = 0; i < messages.count(); i++) {
            stream.put(messages.message(i).duplicate());
        }
        return stream.array();
    }

    // --- what it says -----------------------------------------------------------------------------------------------

    /**
     * Lets it say its first pieces, and plans the others.
     *
     * @param goOn called when there is more to say
     */
    void begin(Runnable goOn) {
        allowed = Math.min(ends.length, allowed + talk.burst());
        if (allowed < ends.length) {
            timeline.at(timeline.nowNanos() + talk.pauseNanos(), () -> {
                begin(goOn);
                goOn.run();
            });
        }
    }

    boolean hasMore() {
        return piece < allowed;
    }

    /** What is left of the piece that is next. */
    ByteBuffer next() {
        return ByteBuffer.wrap(says, said, ends[piece] - said);
    }

    void said(int bytes) {
        said += bytes;
        piece += said == ends[piece] ? 1 : 0;
    }

    int said() {
        return said;
    }

    /** How many bytes its stream has. */
    int bytes() {
        return says.length;
    }

    boolean saidAll() {
        return piece == ends.length;
    }

    /** Whether bytes are those of its stream from a place on. */
    boolean says(int from, ByteBuffer bytes) {
        return isAt(says, from, bytes);
    }

    // --- what it hears ----------------------------------------------------------------------------------------------

    int heard() {
        return heard;
    }

    /** Hears bytes, and tells whether they are those that are next. */
    boolean hear(ByteBuffer bytes) {
        boolean right = isAt(hears, heard, bytes);
        heard += bytes.remaining();
        return right;
    }

    private static boolean isAt(byte[] stream, int from, ByteBuffer bytes) {
        int to = from + bytes.remaining();
        return to <= stream.length
                && Arrays.mismatch(
                                stream,
                                from,
                                to,
                                bytes.array(),
                                bytes.arrayOffset() + bytes.position(),
                                bytes.arrayOffset() + bytes.limit())
                        < 0;
    }
}
