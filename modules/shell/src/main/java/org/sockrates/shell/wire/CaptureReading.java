package org.sockrates.shell.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.analysis.PacketLine;
import org.sockrates.capture.analysis.TcpAnalysis;
import org.sockrates.capture.analysis.TraceTime;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.CaptureFaultException;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.packet.Checksum.Verdict;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.step.Ladders;
import org.sockrates.capture.traffic.CapturedTraffic;
import org.sockrates.capture.traffic.SeenFragments;
import org.sockrates.capture.traffic.ThrownAway;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.session.Teller;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.CountText;
import org.sockrates.transport.text.NearestWord;

/** A capture file that was read, and the ways to show it. */
final class CaptureReading {
    private static final long MOST_BYTES = 4L << 30;
    private static final int MOST_NAMES = 10;

    private final String name;
    private final Capture capture;
    private final ThrownAway thrownAway;
    private final Patience patience;

    private CaptureReading(String name, Capture capture, Patience patience) {
        this.name = name;
        this.capture = capture;
        this.patience = patience;
        thrownAway = ThrownAway.of(capture);
        patience.ask();
    }

    /**
     * Reads it.
     *
     * @param patience asked now and by whatever shows it, which all end with a {@link CancellationException} when it is over
     * @throws BadFileException when it is no capture file
     */
    static CaptureReading of(SessionFiles files, String name, Patience patience) throws IOException {
        Path file = files.plain("capture", name, MOST_BYTES);
        try (InputStream in = new BufferedInputStream(patience.asking(Files.newInputStream(file)))) {
            return new CaptureReading(name, Capture.read(name, in), patience);
        } catch (CaptureFaultException none) {
            throw new BadFileException(String.valueOf(none.getMessage()));
        }
    }

    /** Why it was read no further, if it was not read to its end. */
    Optional<String> fault() {
        return capture.fault();
    }

    /** Each conversation in numbers, as seen at one place. */
    Reply summary(@Nullable String at, boolean timeless) throws BadFileException {
        List<Packet> seen = seenAt(at);
        CaptureSummary summary = CaptureSummary.of(seen, thrownAway, patience);
        List<String> lines = new ArrayList<>(Fold.line(head(seen, timeless)));
        lines.addAll(summary.lines(timeless));
        lines.addAll(disorder(seen));
        Map<String, @Nullable Object> found = Json.object("packets", seen.size());
        found.putAll(placed(at, seen));
        found.putAll(summary.json());
        return reply(lines, found);
    }

    private String head(List<Packet> seen, boolean timeless) {
        String head =
                SafeText.escape(name) + ": " + CountText.print(capture.packets().size(), "packet");
        if (capture.points().size() > 1) {
            head += ", " + seen.size() + " of them " + where(seen);
        }
        if (!timeless && !seen.isEmpty()) {
            head += ", in " + TraceTime.text(nanos(seen)) + " s";
        }
        return leftOut().isEmpty() ? head : head + "; " + leftOut().get();
    }

    private static long nanos(List<Packet> seen) {
        return seen.isEmpty()
                ? 0
                : seen.get(seen.size() - 1).timeNanos() - seen.get(0).timeNanos();
    }

    private String where(List<Packet> seen) {
        if (seen.isEmpty()) {
            return "here";
        }
        String place = capture.place(seen.get(0));
        long interfaces = capture.points().stream()
                .filter(point -> point.name().equals(place))
                .count();
        return "at " + (place.isEmpty() ? "a place without a name" : SafeText.escape(place))
                + (interfaces > 1 ? " (" + interfaces + " interfaces)" : "");
    }

    /** Frames that held no packet for us. */
    private Optional<String> leftOut() {
        Capture.Skipped skipped = capture.skipped();
        return skipped.frames() == 0
                ? Optional.empty()
                : Optional.of(CountText.print(skipped.frames(), "frame") + " left out: " + skipped.because());
    }

    private List<String> leftOutLines() {
        return leftOut().map(text -> Fold.line(text)).orElse(List.of());
    }

    /** That a file tells them in another order than that of their times: who reads them as they stand judges otherwise. */
    private static List<String> disorder(List<Packet> seen) {
        long last = 0;
        long early = 0;
        for (Packet packet : seen) {
            early += packet.number() < last ? 1 : 0;
            last = Math.max(last, packet.number());
        }
        return early == 0
                ? List.of()
                : List.of(CountText.print(early, "frame")
                        + " before earlier ones in the file; here all are in the order of time");
    }

    /**
     * Every packet seen at one place, a line each.
     *
     * @param numbered whether the number of its frame stands before it
     * @param folded whether a long line goes on below, as in a trace; else it is as long as it is, so that it can be searched
     */
    Reply packets(@Nullable String at, boolean timeless, boolean numbered, boolean folded) throws BadFileException {
        List<Packet> seen = seenAt(at);
        long begin = seen.isEmpty() ? 0 : seen.get(0).timeNanos();
        TcpAnalysis analysis = new TcpAnalysis();
        SeenFragments fragments = SeenFragments.of(seen);
        List<String> told = new ArrayList<>();
        for (Packet packet : seen) {
            patience.ask();
            Decoded decoded = fragments.decoded(packet);
            String line = decoded instanceof Segment segment
                    ? PacketLine.of(begin, analysis.add(packet.number(), packet.timeNanos(), segment))
                    : PacketLine.of(packet.timeNanos() - begin, decoded);
            line += mark(packet, fragments);
            String comment = packet.comment().isEmpty() ? "" : "  <- " + SafeText.escape(packet.comment());
            String number = numbered ? String.format(Locale.ROOT, "%5d  ", packet.number()) : "";
            told.add(number + (timeless ? line.substring(line.indexOf(' ') + 1) : line) + comment);
        }
        List<String> lines = new ArrayList<>(told.isEmpty() ? List.of("no packets") : List.of());
        told.forEach(line -> lines.addAll(folded ? Teller.packet(line) : List.of(line)));
        lines.addAll(disorder(seen));
        lines.addAll(leftOutLines());
        Map<String, @Nullable Object> found = Json.object("packets", told, "thrown_away", thrownAway.count(seen));
        found.putAll(placed(at, seen));
        return reply(lines, found);
    }

    /** Whether it is a segment's first fragment; why its receiver throws it away, each fragment for what all of them say. */
    private String mark(Packet packet, SeenFragments fragments) {
        boolean part =
                Decoded.of(packet) instanceof Segment segment && segment.part().isPresent();
        String rest = fragments.isIncomplete(packet) ? ", the rest is not counted" : "";
        return (part ? " [first fragment" + rest + "]" : "")
                + thrownAway
                        .why(packet)
                        .map(why -> why == Verdict.BAD_LENGTH ? " [wrong length]" : " [wrong checksum]")
                        .orElse("");
    }

    /** Every conversation, drawn. */
    Reply ladders(Session session, boolean timeless) {
        LadderStyle style = session.defaults().ladder();
        LadderStyle used = timeless ? style.timeless() : style;
        CapturedTraffic traffic = CapturedTraffic.of(capture, thrownAway, patience);
        List<Ladder> ladders = Ladders.all(traffic.seen(), patience);
        List<String> drawn = new ArrayList<>();
        for (Ladder ladder : ladders) {
            patience.ask();
            drawn.addAll(drawn.isEmpty() ? List.of() : List.of(""));
            drawn.addAll(ladder.render(used));
        }
        List<String> lines = new ArrayList<>(drawn.isEmpty() ? List.of("no conversations") : drawn);
        Optional<String> only = traffic.onlyPlace();
        only.ifPresent(place -> lines.add("seen at " + SafeText.escape(place) + "; not all of the file has both ends"));
        if (traffic.clocksDiffer()) {
            lines.add("the clocks of its ends differ by more than a packet takes: what was sent,");
            lines.add("and what arrived, cannot be told; one end alone:  --packets --at client");
        } else if (traffic.unsent() > 0) {
            lines.add(CountText.print(traffic.unsent(), "packet")
                    + " arrived that nobody was seen to send, not drawn here. Offload, or a");
            lines.add("firewall, may have made them of what is drawn lost.");
        }
        if (traffic.thrownAway() > 0) {
            lines.add(CaptureSummary.thrownAwayText(traffic.thrownAway()));
        }
        lines.addAll(leftOutLines());
        return reply(
                lines,
                Json.object(
                        "lines", drawn,
                        "place", only.orElse(null),
                        "thrown_away", traffic.thrownAway(),
                        "unsent", traffic.unsent()));
    }

    private Map<String, @Nullable Object> placed(@Nullable String at, List<Packet> seen) {
        String first = seen.isEmpty() ? "" : capture.place(seen.get(0));
        String place = at == null ? first : at;
        return Json.object("seconds", nanos(seen) / 1e9, "place", Json.orNull(place));
    }

    private Reply reply(List<String> lines, Map<String, @Nullable Object> found) {
        Capture.Skipped skipped = capture.skipped();
        found.put("packets_in_file", capture.packets().size());
        found.put("left_out", skipped.frames());
        found.put("left_out_because", skipped.frames() == 0 ? null : skipped.because());
        found.put("fault", capture.fault().orElse(null));
        return Reply.of(lines, found);
    }

    /** In the order of time; where nobody says at which place, at the first where something was seen. */
    private List<Packet> seenAt(@Nullable String at) throws BadFileException {
        List<String> places = capture.places();
        if (at != null && !places.contains(at)) {
            UsageException unknown = new UsageException("capture: --at", at, expected(at, places));
            if (capture.fault().isPresent()) { // which may be why
                throw new BadFileException(capture.fault().get() + "\n" + unknown.getMessage());
            }
            throw unknown;
        }
        Optional<String> place = at != null
                ? Optional.of(at)
                : capture.packets().stream()
                        .min(Comparator.comparingInt(Packet::interfaceNumber))
                        .map(capture::place);
        return capture.packets().stream()
                .filter(packet -> place.filter(capture.place(packet)::equals).isPresent())
                .sorted(Comparator.comparingLong(Packet::timeNanos))
                .toList();
    }

    private static String expected(String at, List<String> names) {
        List<String> known = names.stream()
                .filter(name -> !name.isEmpty())
                .map(SafeText::escape)
                .toList();
        if (known.isEmpty()) {
            return "nothing: the file names no place where packets were seen";
        }
        String more = known.size() > MOST_NAMES ? " and " + (known.size() - MOST_NAMES) + " more" : "";
        String some = String.join(" ", known.subList(0, Math.min(known.size(), MOST_NAMES)));
        return NearestWord.expected(at, known, some + more);
    }
}
