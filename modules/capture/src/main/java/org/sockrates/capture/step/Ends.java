package org.sockrates.capture.step;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.capture.conversation.Conversation;
import org.sockrates.capture.conversation.Life;
import org.sockrates.capture.conversation.Lives;
import org.sockrates.capture.conversation.Party;
import org.sockrates.capture.ladder.LadderEnd;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SafeText;

/** Who stands at the ends of ladders: what people call the parties. A name is that of the latest that had a number. */
final class Ends {
    private final Map<Lives.Key, Life> latest = new HashMap<>();
    private final SocketNames names;

    Ends(List<Life> lives, SocketNames names) {
        lives.forEach(life -> latest.put(Lives.Key.of(life), life));
        this.names = names;
    }

    LadderEnd of(Conversation conversation, Party party) {
        InetSocketAddress address = party.address();
        boolean ours = conversation.left().seen() || conversation.right().seen();
        if (!ours && address != null) {
            return new LadderEnd(text(address), ""); // known by its address alone
        }
        Party other = party.equals(conversation.left()) ? conversation.right() : conversation.left();
        // the other end of a socket that is connected to itself: its calls stand at the first
        return address != null && !party.seen() && conversation.stream() && address.equals(other.address())
                ? new LadderEnd("(itself)", text(address))
                : of(party);
    }

    private LadderEnd of(Party party) {
        List<Integer> sockets = new ArrayList<>();
        Set<Integer> former = new HashSet<>();
        List<String> names = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        String actor = "";
        if (party.life() != null) {
            actor = party.life().actor();
            sockets.add(party.life().number());
            names.add(whose(actor) + name("socket ", party.life()));
            titles.add(name("socket ", party.life()));
        }
        if (party.door() != null) {
            actor = party.door().actor();
            sockets.add(party.door().number());
            names.add(whose(actor) + name("socket ", party.door()));
            titles.add(name("listening ", party.door()));
        }
        Stream.of(party.life(), party.door())
                .filter(life -> life != null && !isLatest(life))
                .forEach(life -> former.add(life.number()));
        String title = titles.isEmpty() ? "(not ours)" : String.join(", ", titles);
        return new LadderEnd(
                whose(actor) + title,
                party.address() == null ? "" : text(party.address()),
                actor,
                sockets,
                names,
                former,
                Stream.of(party.life(), party.door()).allMatch(life -> life == null || life.isRemembered()));
    }

    private static String whose(String actor) {
        return actor.isEmpty() ? "" : SafeText.escape(actor) + " ";
    }

    /** Whether nobody had the number of this socket after it. */
    private boolean isLatest(Life life) {
        return life.equals(latest.get(Lives.Key.of(life)));
    }

    /** Fragments and protocols without ports have none to show. */
    private static String text(InetSocketAddress address) {
        return address.getPort() == 0 ? CallText.host(address.getAddress()) : CallText.address(address);
    }

    private String name(String nameless, Life life) {
        Optional<String> name = isLatest(life) ? names.of(life.actor(), life.number()) : Optional.empty();
        return name.map(given -> SafeText.escape(given) + " (" + life.number() + ")")
                .orElse(nameless + life.number());
    }
}
