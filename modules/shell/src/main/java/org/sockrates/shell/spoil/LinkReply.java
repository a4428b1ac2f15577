package org.sockrates.shell.spoil;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.LinkHost;
import org.sockrates.link.LinkReport;
import org.sockrates.link.PacketHost;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.relay.Relay;
import org.sockrates.link.relay.TcpRelay;
import org.sockrates.link.rule.Order;
import org.sockrates.link.rule.Way;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.CallText;

/** Links as they are shown: where they stand, what they do, what they did. */
final class LinkReply {
    private static final int USUALLY_LOGGED = 20;

    private LinkReply() {}

    static Reply of(NamedLink link) {
        return of(List.of(link));
    }

    /** A relay that was just made: whom it does not concern is the usual surprise. */
    static Reply added(NamedLink link) {
        List<String> lines = new ArrayList<>(lines(link));
        if (link.host() instanceof Relay relay) {
            lines.add("  clients of port " + relay.listen().getPort() + " go through it, those of port "
                    + relay.target().getPort() + " pass it by");
        }
        return Reply.of(lines, List.of(json(link)));
    }

    static Reply of(List<NamedLink> links) {
        List<String> lines = new ArrayList<>();
        links.forEach(link -> lines.addAll(lines(link)));
        return Reply.of(
                lines.isEmpty() ? List.of("no link is up; make one:  link add PORT delay 20ms") : lines,
                links.stream().map(LinkReply::json).toList());
    }

    private static List<String> lines(NamedLink link) {
        LinkHost host = link.host();
        String rules =
                host.link().isPerfect() ? "everything passes" : host.link().text();
        String head = head(link);
        String does = rules + (host.paused() ? " (paused)" : "") + (host.broken() ? " (broken: nothing passes)" : "");
        List<String> lines = new ArrayList<>();
        if (head.length() + 1 + does.length() <= Fold.WIDTH) {
            lines.add(head + " " + does);
        } else {
            lines.add(head);
            lines.addAll(Fold.hanging("  ", does));
        }
        if (host instanceof TcpRelay stream && !stream.faults().isEmpty()) {
            lines.addAll(Fold.hanging("  ", "    ", "faults: " + stream.faults().text()));
        }
        if (!orders(host).isEmpty()) {
            lines.addAll(Fold.hanging("  ", "    ", "ordered: " + String.join(", ", orders(host))));
        }
        LinkReport report = host.report();
        if (report.in() > 0) {
            String passed = "in " + report.in() + ", duplicated " + report.duplicated() + ", out " + report.out()
                    + ", dropped " + report.dropped() + lost(report) + ", inside " + report.queued() + "; corrupted "
                    + report.corrupted() + ", reordered " + report.reordered();
            lines.addAll(Fold.hanging("  ", passed));
        }
        return lines;
    }

    private static String head(NamedLink link) {
        String between = link.host() instanceof Relay relay
                ? " " + relay.transport() + " " + CallText.address(relay.listen()) + " -> "
                        + CallText.address(relay.target()) + ":"
                : "";
        return link.title() + ":" + between;
    }

    private static String lost(LinkReport report) {
        Map<String, Long> lost = report.lostByHost();
        return lost.isEmpty()
                ? ""
                : lost.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static Map<String, @Nullable Object> json(NamedLink link) {
        LinkHost host = link.host();
        LinkReport report = host.report();
        Relay relay = host instanceof Relay one ? one : null;
        return Json.object(
                "link", Links.isNumber(link.word()) ? Integer.valueOf(link.word()) : link.word(),
                "transport", relay == null ? null : relay.transport(),
                "listen", relay == null ? null : CallText.address(relay.listen()),
                "target", relay == null ? null : CallText.address(relay.target()),
                "rules", host.link().isPerfect() ? "" : host.link().text(),
                "seed", host.link().seed(),
                "faults", host instanceof TcpRelay stream ? stream.faults().text() : null,
                "orders", orders(host),
                "paused", host.paused(),
                "broken", host.broken(),
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

    /** The equivalent commands of root's, to be pasted; of several links each behind a comment that says whose they are. */
    static Reply tc(List<NamedLink> links) {
        List<String> commands = links.stream()
                .flatMap(link -> Stream.concat(
                        links.size() > 1 ? Stream.of("# " + head(link)) : Stream.empty(),
                        link.host().link().asTc("lo").stream()))
                .toList();
        List<String> lines =
                commands.stream().flatMap(line -> Fold.command(line).stream()).toList();
        return Reply.of(lines, commands);
    }

    private static List<String> orders(LinkHost host) {
        return host instanceof PacketHost packets
                ? packets.orders().stream().map(Order::text).toList()
                : List.of();
    }

    /**
     * What passed.
     *
     * @param from the least number of the first, whichever way it goes, from which times are told; null for all, from the
     *     beginning of the link
     * @param wanted how many of the last; null for a few, and how many came before
     */
    static Reply log(NamedLink link, @Nullable Integer from, @Nullable Integer wanted) {
        int last = wanted == null ? USUALLY_LOGGED : wanted;
        List<PassedPacket> passed = link.host().log();
        List<PassedPacket> all = passed.stream()
                .dropWhile(packet -> from != null && packet.number() < from)
                .toList();
        long start = from == null || all.isEmpty()
                ? link.host().startNanos()
                : all.get(0).timeNanos();
        List<Logged> lines = new ArrayList<>(
                all.stream().map(packet -> Logged.of(packet, start)).toList());
        if (link.host() instanceof TcpRelay stream) {
            stream.endings().ends().stream()
                    .filter(end -> from == null || (!all.isEmpty() && end.timeNanos() >= start))
                    .forEach(end -> lines.add(Logged.of(end, start)));
            lines.sort(Comparator.comparingLong(Logged::nanos));
        }
        return lines.isEmpty()
                ? Reply.of(List.of(none(passed, from)), List.of())
                : Logged.last(lines, last, wanted == null);
    }

    private static String none(List<PassedPacket> passed, @Nullable Integer from) {
        return from == null || passed.isEmpty()
                ? "nothing has passed"
                : "nothing from #" + from + " on; the last:"
                        + Stream.of(Way.values())
                                .map(way -> " " + way.word() + " " + last(passed, way))
                                .collect(Collectors.joining(","));
    }

    private static String last(List<PassedPacket> passed, Way way) {
        OptionalLong most = passed.stream()
                .filter(packet -> packet.way() == way)
                .mapToLong(PassedPacket::number)
                .max();
        return most.isPresent() ? "#" + most.getAsLong() : "none";
    }
}
