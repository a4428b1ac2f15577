package org.sockrates.capture.ladder;

import java.util.List;
import java.util.Set;

/**
 * One of a ladder's two ends.
 *
 * @param title its socket's name and number, {@code alice (4)}, {@code server 1 socket 4, listening 3}; {@code (not ours)} where no socket of ours is there;
 *     {@code (itself)} where it is the one at the other end; its address where neither end is ours
 * @param address its own address as text; empty where it has none yet, and where it is the title
 * @param actor whose sockets they are; empty for the person at the shell
 * @param sockets the numbers that stand at this end: its socket's, the listening one's
 * @param names what each of these is called in a sentence: {@code server 1 socket 3}
 * @param former those of them that were given out again since, and are another socket's now
 * @param whole whether all calls of these are known, from their making on
 */
public record LadderEnd(
        String title,
        String address,
        String actor,
        List<Integer> sockets,
        List<String> names,
        Set<Integer> former,
        boolean whole) {
    public LadderEnd {
        sockets = List.copyOf(sockets);
        names = List.copyOf(names);
        former = Set.copyOf(former);
    }

    /** An end without sockets. */
    public LadderEnd(String title, String address) {
        this(title, address, "", List.of(), List.of(), Set.of(), true);
    }

    /** What to call it in a sentence: by its own socket, the listening one's name only where it has none. */
    String name() {
        return names.isEmpty() ? title : names.get(0);
    }

    /** What to call one of its sockets in a sentence. */
    String name(int socket) {
        int at = sockets.indexOf(socket);
        return at < 0 ? name() : names.get(at);
    }

    /** Whether a socket stands here: by a number that was given out again, the one that has it now. */
    boolean has(String who, int socket) {
        return actor.equals(who) && sockets.contains(socket) && !former.contains(socket);
    }
}
