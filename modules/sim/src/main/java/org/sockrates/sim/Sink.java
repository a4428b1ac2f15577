package org.sockrates.sim;

import java.nio.ByteBuffer;

/** A program that takes messages at once, and looks whether each is the one that is due. */
final class Sink implements Host.Program {
    private final ByteBuffer due;
    private final Timeline timeline;
    private int delivered;
    private int wrong;
    private long lastNanos;

    Sink(int messageBytes, Timeline timeline) {
        due = ByteBuffer.allocate(messageBytes);
        this.timeline = timeline;
    }

    @Override
    public void take(ByteBuffer message) {
        lastNanos = timeline.nowNanos();
        if (message.equals(Source.fill(due, delivered + wrong)) && wrong == 0) {
            delivered++;
        } else {
            wrong++;
        }
    }

    @Override
    public int room() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void goOn(long nowNanos) {
        // it has nothing to say
    }

    int delivered() {
        return delivered;
    }

    int wrong() {
        return wrong;
    }

    long lastNanos() {
        return lastNanos;
    }
}
