package org.sockrates.capture;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SafeText;

/**
 * One of a ladder's two ends.
 *
 * @param title its socket's name and number, {@code alice (4)}; {@code (not ours)} where no socket of ours is there;
 *     {@code (itself)} where it is the one at the other end; its address where neither end is ours
 * @param address its own address as text; empty where it has none yet, and where it is the title
 * @param actor whose sockets they are; empty for the person at the shell
 * @param sockets the numbers that stand at this end: its socket's, the listening one's
 * @param former those of them that were given out again since, and are another socket's now
 */
public record LadderEnd(String title, String address, String actor, List<Integer> sockets, Set<Integer> former) {
    public LadderEnd {
        sockets = List.copyOf(sockets);
        former = Set.copyOf(former);
    }

    /** An end without sockets. */
    public LadderEnd(String title, String address) {
        this(title, address, "", List.of(), Set.of());
    }

    /** @param latest whether nobody had the number of this socket after it */
    static LadderEnd of(Party party, Function<Life, Optional<String>> names, Predicate<Life> latest) {
        List<Integer> sockets = new ArrayList<>();
        Set<Integer> former = new HashSet<>();
        List<String> titles = new ArrayList<>();
        String actor = "";
        if (party.life() != null) {
            actor = party.life().actor();
            sockets.add(party.life().number());
            titles.add(name("socket ", party.life(), names));
        }
        if (party.door() != null) {
            actor = party.door().actor();
            sockets.add(party.door().number());
            titles.add(name("listening ", party.door(), names));
        }
        Stream.of(party.life(), party.door())
                .filter(life -> life != null && !latest.test(life))
                .forEach(life -> former.add(life.number()));
        String title = titles.isEmpty() ? "(not ours)" : String.join(", ", titles);
        return new LadderEnd(
                (actor.isEmpty() ? "" : SafeText.escape(actor) + ": ") + title,
                party.address() == null ? "" : text(party.address()),
                actor,
                sockets,
                former);
    }

    /** One of two who are both not ours: known by its address alone. */
    static LadderEnd stranger(InetSocketAddress address) {
        return new LadderEnd(text(address), "");
    }

    /** The other end of a socket that is connected to itself: its calls stand at the first. */
    static LadderEnd itself(InetSocketAddress address) {
        return new LadderEnd("(itself)", text(address));
    }

    /** Fragments and protocols without ports have none to show. */
    private static String text(InetSocketAddress address) {
        return address.getPort() == 0 ? CallText.host(address.getAddress()) : CallText.address(address);
    }

    private static String name(String nameless, Life life, Function<Life, Optional<String>> names) {
        Optional<String> name = names.apply(life);
        return name.map(given -> SafeText.escape(given) + " (" + life.number() + ")")
                .orElse(nameless + life.number());
    }

    /** Whether a socket stands here: by a number that was given out again, the one that has it now. */
    boolean has(String who, int socket) {
        return actor.equals(who) && sockets.contains(socket) && !former.contains(socket);
    }
}
