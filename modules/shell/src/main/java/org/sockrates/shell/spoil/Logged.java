package org.sockrates.shell.spoil;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.relay.StreamEnd;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.CallText;

/** One line of a link's log: a packet, a piece of a stream, or what happened to a stream's end. */
record Logged(long nanos, String text, Object json) {
    /** Above the columns of {@link PassedPacket#text} and {@link StreamEnd#text}. */
    private static final String HEAD = "     time  way        #        size  client           verdict";

    static Logged of(PassedPacket packet, long startNanos) {
        return new Logged(
                packet.timeNanos(),
                packet.text(startNanos),
                Json.object(
                        "seconds", (packet.timeNanos() - startNanos) / 1e9,
                        "way", packet.way().word(),
                        "number", packet.number(),
                        "bytes", packet.bytes(),
                        "end", null,
                        "client", CallText.address(packet.client()),
                        "verdict", packet.verdict().word(),
                        "rule", Json.orNull(packet.rule())));
    }

    static Logged of(StreamEnd end, long startNanos) {
        return new Logged(
                end.timeNanos(),
                end.text(startNanos),
                Json.object(
                        "seconds",
                        (end.timeNanos() - startNanos) / 1e9,
                        "way",
                        end.ways(),
                        "number",
                        null,
                        "bytes",
                        0,
                        "end",
                        end.word(),
                        "client",
                        CallText.address(end.client()),
                        "verdict",
                        end.way().isPresent() ? end.verdict().word() : null,
                        "rule",
                        end.rule()));
    }

    /**
     * The last of them.
     *
     * @param told whether it is told how many came before
     */
    static Reply last(List<Logged> all, int most, boolean told) {
        int before = Math.max(0, all.size() - most);
        List<String> lines = new ArrayList<>(List.of(HEAD));
        if (told && before > 0) {
            lines.add("… " + before + " before");
        }
        List<Logged> shown = all.subList(before, all.size());
        shown.forEach(one -> lines.addAll(Fold.hanging("", "    ", one.text())));
        return Reply.of(lines, shown.stream().map(Logged::json).toList());
    }
}
