package org.sockrates.shell.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.CapturedTraffic;
import org.sockrates.capture.Ladder;
import org.sockrates.capture.LadderStyle;
import org.sockrates.capture.analysis.PacketLine;
import org.sockrates.capture.analysis.TcpAnalysis;
import org.sockrates.capture.analysis.TraceTime;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.CaptureFaultException;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.Segment;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/** A capture file that was read, and the ways to show it. */
final class CaptureReading {
    private static final long MOST_BYTES = 4L << 30;
    private static final int MOST_NAMES = 10;

    private final String name;
    private final Capture capture;

    private CaptureReading(String name, Capture capture) {
        this.name = name;
        this.capture = capture;
    }

    /** @throws BadFileException when it is no capture file */
    static CaptureReading of(SessionFiles files, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(files.plain("capture", name, MOST_BYTES)))) {
            return new CaptureReading(name, Capture.read(name, in));
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
        CaptureSummary summary = CaptureSummary.of(seen);
        List<String> lines = new ArrayList<>(Fold.hanging("", "  ", head(seen, timeless)));
        lines.addAll(summary.lines(timeless));
        return reply(lines, summary.json());
    }

    private String head(List<Packet> seen, boolean timeless) {
        String head = SafeText.escape(name) + ": " + capture.packets().size() + " packets";
        if (capture.points().size() > 1) {
            head += ", " + seen.size() + " of them " + where(seen);
        }
        if (!timeless && !seen.isEmpty()) {
            head += ", in "
                    + TraceTime.text(
                            seen.get(seen.size() - 1).timeNanos() - seen.get(0).timeNanos())
                    + " s";
        }
        return capture.skipped().frames() == 0
                ? head
                : head + "; " + capture.skipped().frames() + " frames left out: "
                        + capture.skipped().because();
    }

    private String where(List<Packet> seen) {
        return seen.isEmpty()
                ? "here"
                : "at "
                        + SafeText.escape(capture.points()
                                .get(seen.get(0).interfaceNumber())
                                .name());
    }

    /**
     * Every packet seen at one place, a line each, however long: so that it can be searched.
     *
     * @param numbered whether the number of its frame stands before it
     */
    Reply packets(@Nullable String at, boolean timeless, boolean numbered) throws BadFileException {
        List<Packet> seen = seenAt(at);
        long begin = seen.isEmpty() ? 0 : seen.get(0).timeNanos();
        TcpAnalysis analysis = new TcpAnalysis();
        List<String> told = new ArrayList<>();
        for (Packet packet : seen) {
            Decoded decoded = Decoded.of(packet);
            String line = decoded instanceof Segment segment
                    ? PacketLine.of(begin, analysis.add(packet.number(), packet.timeNanos(), segment))
                    : PacketLine.of(packet.timeNanos() - begin, decoded);
            line += isBroken(packet) ? " [wrong checksum]" : "";
            String comment = packet.comment().isEmpty() ? "" : "  <- " + SafeText.escape(packet.comment());
            String number = numbered ? String.format(Locale.ROOT, "%5d  ", packet.number()) : "";
            told.add(number + (timeless ? line.substring(line.indexOf(' ') + 1) : line) + comment);
        }
        return reply(told.isEmpty() ? List.of("no packets") : told, Json.object("packets", told));
    }

    /** Whether its receiver throws it away. */
    private static boolean isBroken(Packet packet) {
        ByteBuffer bytes = packet.bytes();
        return bytes.remaining() == packet.originalBytes()
                && Checksum.verify(new PacketView(), bytes, bytes.position(), bytes.remaining())
                        == Checksum.Verdict.BAD_PAYLOAD;
    }

    /** Every conversation, drawn. */
    Reply ladders(Session session, boolean timeless) {
        LadderStyle style = session.defaults().ladder();
        LadderStyle used = timeless ? style.timeless() : style;
        List<Ladder> ladders =
                Ladder.all(List.of(), List.of(), CapturedTraffic.of(capture), (actor, number) -> Optional.empty());
        List<String> lines = new ArrayList<>();
        for (Ladder ladder : ladders) {
            lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
            lines.addAll(ladder.render(used));
        }
        return reply(lines.isEmpty() ? List.of("no conversations") : lines, Json.object("lines", lines));
    }

    private Reply reply(List<String> lines, Map<String, @Nullable Object> found) {
        found.put("fault", capture.fault().orElse(null));
        return Reply.of(lines, found, ExitStatus.OK);
    }

    /** In the order of time. */
    private List<Packet> seenAt(@Nullable String at) throws BadFileException {
        List<String> names = capture.points().stream().map(VantagePoint::name).toList();
        if (at != null && !names.contains(at)) {
            UsageException unknown = new UsageException("capture: --at", at, expected(at, names));
            if (capture.fault().isPresent()) { // which may be why
                throw new BadFileException(capture.fault().get() + "\n" + unknown.getMessage());
            }
            throw unknown;
        }
        int first = capture.packets().stream()
                .mapToInt(Packet::interfaceNumber)
                .min()
                .orElse(0);
        int point = at == null ? first : names.indexOf(at);
        return capture.packets().stream()
                .filter(packet -> packet.interfaceNumber() == point)
                .sorted(Comparator.comparingLong(Packet::timeNanos))
                .toList();
    }

    private static String expected(String at, List<String> names) {
        List<String> known = names.stream()
                .filter(name -> !name.isEmpty())
                .distinct()
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
