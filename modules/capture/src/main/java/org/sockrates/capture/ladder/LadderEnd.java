package org.sockrates.capture.ladder;

import java.util.List;
import java.util.Set;

/**
 * One of a ladder's two ends.
 *
 * @param title its socket's name and number, {@code alice (4)}; {@code (not ours)} where no socket of ours is there;
 *     {@code (itself)} where it is the one at the other end; its address where neither end is ours
 * @param address its own address as text; empty where it has none yet, and where it is the title
 * @param actor whose sockets they are; empty for the person at the shell
 * @param sockets the numbers that stand at this end: its socket's, the listening one's
 * @param former those of them that were given out again since, and are another socket's now
 * @param whole whether all calls of these are known, from their making on
 */
public record LadderEnd(
        String title, String address, String actor, List<Integer> sockets, Set<Integer> former, boolean whole) {
    public LadderEnd {
        sockets = List.copyOf(sockets);
        former = Set.copyOf(former);
    }

    /** An end without sockets. */
    public LadderEnd(String title, String address) {
        this(title, address, "", List.of(), Set.of(), true);
    }

    /** Whether a socket stands here: by a number that was given out again, the one that has it now. */
    boolean has(String who, int socket) {
        return actor.equals(who) && sockets.contains(socket) && !former.contains(socket);
    }
}
