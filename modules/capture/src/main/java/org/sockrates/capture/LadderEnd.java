package org.sockrates.capture;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SafeText;

/**
 * One of a ladder's two ends.
 *
 * @param title its socket's name and number, {@code alice (4)}; {@code (not ours)} where no socket of ours is there
 * @param address its own address as text; empty where it has none yet
 * @param sockets the numbers that stand at this end: its socket's, the listening one's
 */
public record LadderEnd(String title, String address, List<Integer> sockets) {

    static LadderEnd of(Party party, Function<Life, Optional<String>> names) {
        List<Integer> sockets = new ArrayList<>();
        String title = "";
        if (party.life() != null) {
            sockets.add(party.life().number());
            title = name("socket ", party.life(), names);
        }
        if (party.door() != null) {
            sockets.add(party.door().number());
            title += (title.isEmpty() ? "" : ", ") + name("listening ", party.door(), names);
        }
        return new LadderEnd(title.isEmpty() ? "(not ours)" : title, address(party.address()), sockets);
    }

    private static String name(String nameless, Life life, Function<Life, Optional<String>> names) {
        Optional<String> name = names.apply(life);
        return name.map(given -> SafeText.escape(given) + " (" + life.number() + ")")
                .orElse(nameless + life.number());
    }

    private static String address(@Nullable InetSocketAddress address) {
        return address == null ? "" : CallText.address(address);
    }
}
