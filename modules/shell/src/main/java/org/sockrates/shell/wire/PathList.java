package org.sockrates.shell.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.KnownPath;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Columns;

/** The paths, which one is in use, and what each can do on this machine. */
final class PathList {
    private PathList() {}

    static Reply of(Session session, WireAccess wire) {
        String used = session.place().path();
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        Optional<String> noWire = wire.inside() ? Optional.empty() : wire.missing();
        for (KnownPath path : KnownPath.values()) {
            Optional<String> missing = path == KnownPath.WIRE ? noWire : Optional.empty();
            boolean inUse = path.word().equals(used);
            lines.add((inUse ? "* " : "  ")
                    + Columns.cell(path.word(), 10)
                    + (missing.isEmpty() ? path.told() : "not here"));
            missing.ifPresent(why -> lines.add("    " + why));
            json.add(Json.object(
                    "path", path.word(), "used", inUse, "told", path.told(), "missing", missing.orElse(null)));
        }
        return Reply.of(lines, json);
    }
}
