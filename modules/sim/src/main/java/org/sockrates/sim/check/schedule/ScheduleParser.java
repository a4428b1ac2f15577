package org.sockrates.sim.check.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.sockrates.link.rule.Ordinal;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Decision.Deed;
import org.sockrates.sim.check.schedule.Parting.Manner;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.ProtocolSettings;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.NearestWord;
import org.sockrates.transport.text.WholeText;

/** Reads {@code window 4; client sends 3; upstream drop 1st data}. */
final class ScheduleParser {
    private static final String WHERE = "schedule";
    private static final int LONGEST = 65_536;
    private static final int MOST_MESSAGES = 10_000;
    private static final int MOST_DETAIL = 1_000_000;
    private static final List<String> BEGINNINGS =
            List.of("connection", "window", "first", "timeout", "client", "server", "upstream", "downstream");
    private static final List<String> PARTINGS =
            Arrays.stream(Manner.values()).map(Manner::word).toList();
    private static final List<String> DEEDS =
            Arrays.stream(Deed.values()).map(Deed::word).toList();
    private static final int MOST_DISTANCE = 1 << 30;
    private static final List<String> FORGERIES =
            Arrays.stream(Forgery.values()).map(Forgery::word).toList();
    private static final List<PacketKind> KINDS = List.of(PacketKind.DATA, PacketKind.ACK);
    private static final List<PacketKind> KINDS_OF_CONNECTIONS =
            List.of(PacketKind.DATA, PacketKind.ACK, PacketKind.SYN, PacketKind.FIN, PacketKind.RST);

    private final String text;
    private Plan plan = PlanText.USUAL;
    private final List<Decision> decisions = new ArrayList<>();
    private List<String> words = List.of();
    private int next;

    ScheduleParser(String text) {
        if (text.length() > LONGEST) {
            throw new UsageException(WHERE, text, "at most " + LONGEST + " characters");
        }
        this.text = text;
    }

    Schedule parse() {
        for (String phrase : text.split(";", -1)) {
            if (!phrase.isBlank()) {
                words = List.of(phrase.strip().split("\\s+"));
                next = 0;
                phrase();
                if (next < words.size()) {
                    throw new UsageException(WHERE, words.get(next), "nothing more, or ; before it");
                }
            }
        }
        return new Schedule(plan, decisions);
    }

    private void phrase() {
        String word = take(String.join(" ", BEGINNINGS));
        switch (word) {
            case "connection" -> plan = plan.connected(true);
            case "window" -> plan = plan.window((int) number("window", 1, ProtocolSettings.MOST_WINDOW));
            case "first" -> plan = plan.first((int) number("first", 0, 0xffff_ffffL));
            case "timeout" -> plan = plan.timeoutNanos(takeIf("learnt") ? Plan.LEARNT : Math.max(1, time("timeout")));
            case "client" -> plan = plan.client(talk("client"));
            case "server" -> plan = plan.server(talk("server"));
            case "upstream" -> decide(Way.UPSTREAM);
            case "downstream" -> decide(Way.DOWNSTREAM);
            default -> throw NearestWord.unknown(WHERE, word, BEGINNINGS);
        }
    }

    private UnaryOperator<Talk> talk(String who) {
        String expected =
                plan.connected() ? "sends, bursts, room, ends, follows, resets or vanishes" : "sends, bursts or room";
        String word = take(expected);
        if (plan.connected() && PARTINGS.contains(word)) {
            long nanos = next < words.size() ? time(who + " " + word) : 0;
            Parting parting = new Parting(Manner.valueOf(word.toUpperCase(Locale.ROOT)), nanos);
            return talk -> talk.parting(parting);
        }
        switch (word) {
            case "sends" -> {
                int messages = (int) number(who + " sends", 0, MOST_MESSAGES);
                int bytes = Talk.SILENT.bytes();
                if (takeIf("size")) {
                    bytes = takeIf("any") ? Talk.ANY_SIZE : (int) number("size", 0, Packet.MOST_PAYLOAD_BYTES);
                }
                int size = bytes;
                return talk -> talk.messages(messages).bytes(size);
            }
            case "bursts" -> {
                int most = (int) number(who + " bursts", 1, MOST_MESSAGES);
                long pause = time(who + " bursts");
                return talk -> talk.bursts(most, pause);
            }
            case "room" -> {
                int room = (int) number(who + " room", 1, Talk.ENDLESS);
                long read = time(who + " room");
                return talk -> talk.reading(room, read);
            }
            default -> throw new UsageException(WHERE + ": " + who, word, expected);
        }
    }

    private void decide(Way way) {
        String word = take(String.join(" ", DEEDS));
        if (!DEEDS.contains(word)) {
            throw NearestWord.unknown(WHERE + ": " + way.word(), word, DEEDS);
        }
        Deed deed = Deed.valueOf(word.toUpperCase(Locale.ROOT));
        int nth = (int) Ordinal.parse(WHERE + ": " + word, take("which one: 1st 2nd 3rd 4th"));
        PacketKind kind = kind(word);
        if (deed == Deed.INJECT) {
            Forgery forgery = forgery();
            decisions.add(new Decision(way, nth, kind, forgery, number(forgery.word(), 0, MOST_DISTANCE)));
            return;
        }
        long detail = switch (deed) {
            case DROP, FORGE, INJECT -> 0;
            case DELAY, DUPLICATE -> time(word);
            case CORRUPT -> detail("bit");
            case CUT -> detail("bytes");
        };
        decisions.add(new Decision(way, deed, nth, kind, detail));
    }

    private PacketKind kind(String deed) {
        String expected = plan.connected() ? "data, ack, syn, fin or rst" : "data or ack";
        String word = take(expected);
        return (plan.connected() ? KINDS_OF_CONNECTIONS : KINDS)
                .stream()
                        .filter(kind -> kind.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new UsageException(WHERE + ": " + deed, word, expected));
    }

    private Forgery forgery() {
        String word = take(String.join(" ", FORGERIES));
        if (!FORGERIES.contains(word)) {
            throw NearestWord.unknown(WHERE + ": " + Deed.INJECT.word(), word, FORGERIES);
        }
        Forgery forgery = Forgery.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (forgery.isOfConnections() && !plan.connected()) {
            throw new UsageException(WHERE + ": " + Deed.INJECT.word(), word, "connection before it");
        }
        return forgery;
    }

    private long detail(String unit) {
        String word = take(unit);
        if (!word.equals(unit)) {
            throw new UsageException(WHERE, word, unit);
        }
        return number(unit, 0, MOST_DETAIL);
    }

    private long number(String of, long least, long most) {
        return WholeText.parseLong(WHERE + ": " + of, take("a whole number"), least, most);
    }

    private long time(String of) {
        return DurationText.parse(WHERE + ": " + of, take("a duration"), Duration.ZERO, Duration.ofHours(1))
                .toNanos();
    }

    private String take(String expected) {
        if (next == words.size()) {
            throw new UsageException(WHERE, String.join(" ", words), "behind it " + expected);
        }
        return words.get(next++);
    }

    private boolean takeIf(String word) {
        boolean same = next < words.size() && words.get(next).equals(word);
        next += same ? 1 : 0;
        return same;
    }
}
