package org.sockrates.shell.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.KnownPath;
import org.sockrates.shell.session.Session;

/** The paths, which one is in use, and what each can do on this machine. */
final class PathList {
    private PathList() {}

    static Reply of(Session session, WireAccess wire) {
        String used = session.place().path();
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        Optional<String> noWire = wire.inside() ? Optional.empty() : wire.missing();
        for (KnownPath path : KnownPath.values()) {
            add(lines, json, used, path, path == KnownPath.WIRE ? noWire.orElse(null) : null);
        }
        return Reply.of(lines, json);
    }

    private static void add(
            List<String> lines, List<Object> json, String used, KnownPath path, @Nullable String missing) {
        String word = path.word();
        String mark = word.equals(used) ? "*" : " ";
        lines.add(mark + " " + word + " ".repeat(10 - word.length()) + (missing == null ? path.told() : "not here"));
        if (missing != null) {
            lines.add("    " + missing);
        }
        Map<String, @Nullable Object> entry =
                Json.object("path", word, "used", word.equals(used), "told", path.told(), "missing", missing);
        json.add(entry);
    }
}
