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
import org.sockrates.shell.text.Fold;
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
        String rules =
                relay.link().isPerfect() ? "everything passes" : relay.link().text();
        String head = "link " + number + ": " + relay.transport() + " " + CallText.address(relay.listen()) + " -> "
                + CallText.address(relay.target()) + ":";
        String does = rules + (relay.paused() ? " (paused)" : "");
        List<String> lines = new ArrayList<>();
        if (head.length() + 1 + does.length() <= Fold.WIDTH) {
            lines.add(head + " " + does);
        } else {
            lines.add(head);
            lines.addAll(Fold.hanging("  ", does));
        }
        if (relay instanceof TcpRelay stream && !stream.faults().isEmpty()) {
            lines.addAll(Fold.hanging("  ", "    ", "faults: " + stream.faults().text()));
        }
        LinkReport report = relay.report();
        if (report.in() > 0) {
            String passed = "in " + report.in() + ", duplicated " + report.duplicated() + ", out " + report.out()
                    + ", dropped " + report.dropped() + ", inside " + report.queued() + "; corrupted "
                    + report.corrupted() + ", reordered " + report.reordered();
            lines.addAll(Fold.hanging("  ", passed));
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

    /** The equivalent commands of root's, to be pasted. */
    static Reply tc(List<Relay> relays) {
        List<String> commands = relays.stream()
                .flatMap(relay -> relay.link().asTc("lo").stream())
                .toList();
        List<String> lines =
                commands.stream().flatMap(line -> Fold.command(line).stream()).toList();
        return Reply.of(lines, commands, ExitStatus.OK);
    }

    static Reply log(Relay relay, int last) {
        List<PassedPacket> all = relay.log();
        List<PassedPacket> packets = all.subList(Math.max(0, all.size() - last), all.size());
        List<String> lines = packets.stream()
                .flatMap(packet -> Fold.hanging("", "    ", packet.text(relay.startNanos())).stream())
                .toList();
        List<?> json =
                packets.stream().map(packet -> json(packet, relay.startNanos())).toList();
        return Reply.of(lines.isEmpty() ? List.of("nothing has passed") : lines, json, ExitStatus.OK);
    }

    private static Map<String, @Nullable Object> json(PassedPacket packet, long startNanos) {
        return Json.object(
                "seconds", (packet.timeNanos() - startNanos) / 1e9,
                "way", packet.way().word(),
                "number", packet.number(),
                "bytes", packet.bytes(),
                "client", CallText.address(packet.client()),
                "verdict", packet.verdict().word(),
                "rule", packet.rule().isEmpty() ? null : packet.rule());
    }
}
