package org.sockrates.transport.rdt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The packets that are outstanding, oldest first, in a ring whose places are made once. */
final class SendWindow {
    private final @Nullable Outstanding[] ring;
    private int first;
    private int size;
    private int peerTakes;
    private boolean shut;

    SendWindow(int most) {
        ring = new Outstanding[most];
        peerTakes = most;
    }

    /**
     * The other end says how many it can take. Of none it is asked again with one packet (RFC 9293 §3.8.6.1).
     *
     * @return whether it opens a window that was shut, so that what it refused may go again at once
     */
    boolean peerTakes(int packets) {
        boolean opens = shut && packets > 0;
        shut = packets == 0;
        peerTakes = Math.max(1, packets);
        return opens;
    }

    boolean hasRoom() {
        return size < Math.min(ring.length, peerTakes);
    }

    int size() {
        return size;
    }

    /** The one so many places behind the oldest. */
    Outstanding at(int place) {
        return Objects.requireNonNull(ring[around(first + place)]);
    }

    /** A place behind the newest; only when there is one. */
    Outstanding add() {
        int place = around(first + size++);
        Outstanding known = ring[place];
        if (known == null) {
            known = new Outstanding();
            ring[place] = known;
        }
        return known;
    }

    /** Forgets the oldest. */
    void slide() {
        first = around(first + 1);
        size--;
    }

    /** Not by a division: this is asked for every packet of the window at every event. */
    private int around(int place) {
        return place < ring.length ? place : place - ring.length;
    }
}
