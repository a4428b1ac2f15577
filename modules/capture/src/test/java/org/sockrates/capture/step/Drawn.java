package org.sockrates.capture.step;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sockrates.capture.conversation.ActorEvent;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.traffic.SeenTraffic;

/** Ladders as text, in 80 columns, without times. */
public final class Drawn {
    private Drawn() {}

    /** Each of these. */
    public static List<String> all(List<Ladder> ladders) {
        return ladders.stream()
                .map(ladder -> String.join("\n", ladder.render(LadderStyle.USUAL.timeless())))
                .toList();
    }

    /** Each that these tell of. */
    static List<String> all(List<ActorEvent> events, SeenTraffic traffic) {
        return all(ladders(events, traffic));
    }

    static List<Ladder> ladders(List<ActorEvent> events, SeenTraffic traffic) {
        return Ladders.all(events, List.of(), traffic, SocketNames.NONE, true, Patience.ENDLESS);
    }

    /** All of them, each under its title. */
    static String picture(List<Ladder> ladders) {
        StringBuilder picture = new StringBuilder();
        for (Ladder ladder : ladders) {
            picture.append(ladder.title()).append('\n');
            picture.append(all(List.of(ladder)).get(0)).append('\n');
        }
        return picture.toString();
    }

    /** A picture as it must be; empty where there is none. */
    static String file(String name) throws IOException {
        try (InputStream file = Drawn.class.getResourceAsStream(name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
