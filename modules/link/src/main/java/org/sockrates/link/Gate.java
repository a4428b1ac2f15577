package org.sockrates.link;

import org.sockrates.transport.UsageException;

/**
 * The gate in front of a link, for a person who wants to see one packet at a time: open, shut, or open for so many. It
 * counts only; its host holds what may not pass. Not for two threads at once.
 */
public final class Gate {
    private boolean shut;
    private long steps;

    /** Shuts it: nothing passes. */
    public void pause() {
        shut = true;
        steps = 0;
    }

    /**
     * Lets so many more pass, of those that wait and then of those that come.
     *
     * @param packets 1 or more
     * @throws UsageException when it is open
     */
    public void step(int packets) {
        if (!shut) {
            throw new UsageException("link: step: the link is not paused (expected: pause first)");
        }
        if (packets < 1) {
            throw new UsageException("link: step", Integer.toString(packets), "1 or more");
        }
        steps += packets;
    }

    /** Opens it. */
    public void resume() {
        shut = false;
    }

    /** Whether nothing passes but what {@link #step} lets pass. */
    public boolean shut() {
        return shut;
    }

    /** Whether a packet may pass now; where steps are counted it takes one. */
    public boolean pass() {
        if (!shut) {
            return true;
        }
        boolean may = steps > 0;
        steps -= may ? 1 : 0;
        return may;
    }
}
