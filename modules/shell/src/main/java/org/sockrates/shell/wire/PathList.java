package org.sockrates.shell.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;

/** The paths, which one is in use, and what each can do on this machine. */
final class PathList {
    private PathList() {}

    static Reply of(Session session, WireAccess wire) {
        String used = session.place().path();
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        add(lines, json, used, "loopback", null, "127.0.0.1, and nothing in between");
        add(lines, json, used, "relay", null, "a hop before a server, which loses datagrams only;  link add");
        Optional<String> missing = wire.inside() ? Optional.empty() : wire.missing();
        add(lines, json, used, "wire", missing.orElse(null), "the kernel's own packets, through a link;  path wire");
        add(lines, json, used, "sim", null, "virtual time, for whole runs:  compare --path sim,  sim --ladder");
        return Reply.of(lines, json, ExitStatus.OK);
    }

    private static void add(
            List<String> lines, List<Object> json, String used, String path, @Nullable String missing, String told) {
        String mark = path.equals(used) ? "*" : " ";
        lines.add(mark + " " + path + " ".repeat(10 - path.length()) + (missing == null ? told : "not here"));
        if (missing != null) {
            lines.add("    " + missing);
        }
        Map<String, @Nullable Object> entry =
                Json.object("path", path, "used", path.equals(used), "told", told, "missing", missing);
        json.add(entry);
    }
}
