package org.sockrates.shell.spoil;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.LinkReport;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.Relay;
import org.sockrates.link.TcpRelay;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.transport.CallText;

/** Links as they are shown: where they stand, what they do, what they did. */
final class LinkReply {
    private LinkReply() {}

    static Reply of(Links links, Relay relay) {
        return of(links, List.of(relay));
    }

    static Reply of(Links links, List<Relay> relays) {
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        for (int number : links.numbers()) {
            Relay relay = links.get(number);
            if (relays.contains(relay)) {
                lines.addAll(lines(number, relay));
                json.add(json(number, relay));
            }
        }
        return Reply.of(lines.isEmpty() ? List.of("no links") : lines, json, ExitStatus.OK);
    }

    private static List<String> lines(int number, Relay relay) {
        List<String> lines = new ArrayList<>();
        String rules =
                relay.link().isPerfect() ? "everything passes" : relay.link().text();
        lines.add("link " + number + ": " + relay.transport() + " " + CallText.address(relay.listen()) + " -> "
                + CallText.address(relay.target()) + ": " + rules + (relay.paused() ? " (paused)" : ""));
        if (relay instanceof TcpRelay stream && !stream.faults().isEmpty()) {
            lines.add("  faults: " + stream.faults().text());
        }
        LinkReport report = relay.report();
        if (report.in() > 0) {
            lines.add("  in " + report.in() + ", duplicated " + report.duplicated() + ", out " + report.out()
                    + ", dropped " + report.dropped() + ", inside " + report.queued() + "; corrupted "
                    + report.corrupted() + ", reordered " + report.reordered());
        }
        return lines;
    }

    private static Map<String, @Nullable Object> json(int number, Relay relay) {
        LinkReport report = relay.report();
        return Json.object(
                "link", number,
                "transport", relay.transport(),
                "listen", CallText.address(relay.listen()),
                "target", CallText.address(relay.target()),
                "rules", relay.link().text(),
                "seed", relay.link().seed(),
                "faults", relay instanceof TcpRelay stream ? stream.faults().text() : null,
                "paused", relay.paused(),
                "in", report.in(),
                "out", report.out(),
                "dropped", report.dropped(),
                "duplicated", report.duplicated(),
                "reordered", report.reordered(),
                "corrupted", report.corrupted(),
                "queued", report.queued(),
                "in_bytes", report.inBytes(),
                "out_bytes", report.outBytes(),
                "by_rule", report.byRule());
    }

    static Reply log(Relay relay, int last) {
        List<PassedPacket> all = relay.log();
        List<String> lines = all.subList(Math.max(0, all.size() - last), all.size()).stream()
                .map(packet -> packet.text(relay.startNanos()))
                .toList();
        return Reply.of(lines.isEmpty() ? List.of("nothing has passed") : lines, lines, ExitStatus.OK);
    }
}
