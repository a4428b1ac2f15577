package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.OnTheWire;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Passage;
import org.sockrates.transport.Traits;
import org.sockrates.transport.framing.Messages;
import org.sockrates.transport.text.CountText;

/** Whether everything arrives: once, in order, unharmed. */
final class Delivery implements Experiment {
    static final Measure LOST_PERCENT =
            new Measure("lost_percent", Unit.PERCENT, "messages that never arrived, or arrived spoilt, of those sent");
    static final Measure SENT = new Measure("sent_packets", Unit.MESSAGES, "messages sent");
    static final Measure DELIVERED =
            new Measure("delivered_packets", Unit.MESSAGES, "different messages that arrived sound");
    static final Measure LOST = new Measure("lost_packets", Unit.MESSAGES, "messages that never arrived sound");
    static final Measure DUPLICATED =
            new Measure("duplicated_packets", Unit.MESSAGES, "messages that arrived once more");
    static final Measure OUT_OF_ORDER =
            new Measure("out_of_order", Unit.MESSAGES, "messages that arrived after one sent later");
    static final Measure CORRUPTED =
            new Measure("corrupted_packets", Unit.MESSAGES, "messages that arrived with a wrong checksum");
    static final Measure BYTES_EQUAL =
            new Measure("bytes_equal", Unit.YES_NO, "whether the bytes received are the bytes sent, in their order");
    static final Measure RETRANSMITS = OnTheWire.RETRANSMITS;
    static final Measure JITTER = new Measure(
            "jitter_ms", Unit.MILLISECONDS, "how much the time of transit changes, of late (RFC 3550 6.4.1)");
    static final Measure LINK_DROPPED =
            new Measure("link_dropped_packets", Unit.COUNT, "packets the link itself says it threw away");

    private static final int BYTES = 1000;
    private static final Duration PACE = Duration.ofMillis(1);

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public String question() {
        return "does everything arrive: once, in order, unharmed?";
    }

    @Override
    public String method(Settings settings) {
        return CountText.grouped(messages(settings)) + " numbered messages of " + CountText.grouped(BYTES)
                + " bytes, one way, one each millisecond";
    }

    @Override
    public List<Measure> measures() {
        return List.of(
                LOST_PERCENT,
                SENT,
                DELIVERED,
                LOST,
                DUPLICATED,
                OUT_OF_ORDER,
                CORRUPTED,
                BYTES_EQUAL,
                JITTER,
                RETRANSMITS,
                LINK_DROPPED);
    }

    private static int messages(Settings settings) {
        return settings.count(300, 60);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        try (Meeting meeting = Meeting.arrange(run)) {
            AtomicBoolean sending = new AtomicBoolean(true);
            Messages incoming = new Messages(meeting.server());
            Ear ear = Ear.on(meeting.server(), incoming::receive, sending::get, run);
            Settings settings = run.settings();
            Duration limit = settings.budget().plus(settings.patience());
            Stopwatch since = run.stopwatch();
            Passage.Actor<Arrivals> reader = run.passage().start("reader", () -> listen(ear, since, limit));
            CRC32 sentBytes = new CRC32();
            int sent = send(meeting, run, sentBytes);
            sending.set(false);
            Arrivals arrivals = reader.join(settings.budget().plus(settings.actorLimit()));
            return Observations.of(figures(
                    run.traits(),
                    sent,
                    arrivals,
                    sentBytes.getValue(),
                    run.passage().report()));
        }
    }

    private static int send(Meeting meeting, Run run, CRC32 sentBytes) throws IOException {
        Messages outgoing = new Messages(meeting.client());
        Numbered numbered = new Numbered(BYTES, run.settings().seed());
        Stopwatch since = run.stopwatch();
        int sent = 0;
        while (sent < messages(run.settings()) && since.isWithin(run.settings().budget())) {
            ByteBuffer message = numbered.write(sent, run.passage().clock().nanoTime());
            sentBytes.update(message.duplicate());
            outgoing.send(message);
            sent++;
            run.passage().sleep(PACE);
        }
        meeting.finish();
        return sent;
    }

    private static Arrivals listen(Ear ear, Stopwatch since, Duration limit) throws IOException {
        Arrivals arrivals = new Arrivals();
        ByteBuffer into = ByteBuffer.allocateDirect(65_536);
        while (since.isWithin(limit) && ear.hear(into.clear()) >= 0) {
            arrivals.add(into.flip(), since.clock().nanoTime());
        }
        arrivals.end(ear.isSure());
        return arrivals;
    }

    private static Figure[] figures(Traits traits, int sent, Arrivals arrivals, long sentChecksum, LinkReport link) {
        long lost = sent - arrivals.delivered();
        boolean jitter = arrivals.jitter().n() > 0;
        boolean known = lost == 0 || arrivals.isComplete();
        return new Figure[] {
            known ? LOST_PERCENT.measured(sent, 100.0 * lost / sent) : LOST_PERCENT.absent(Missing.UNDER_WAY),
            SENT.counted(sent, sent),
            DELIVERED.counted(sent, arrivals.delivered()),
            known ? LOST.counted(sent, lost) : LOST.absent(Missing.UNDER_WAY),
            DUPLICATED.counted(sent, arrivals.duplicated()),
            OUT_OF_ORDER.counted(sent, arrivals.outOfOrder()),
            CORRUPTED.counted(sent, arrivals.corrupted()),
            known ? BYTES_EQUAL.held(sent, arrivals.checksum() == sentChecksum) : BYTES_EQUAL.absent(Missing.UNDER_WAY),
            jitter
                    ? JITTER.measured(arrivals.jitter().n(), arrivals.jitter().millis())
                    : JITTER.absent("fewer than two messages arrived"),
            retransmits(traits),
            link.in() > 0
                    ? LINK_DROPPED.counted(link.in(), link.dropped())
                    : LINK_DROPPED.absent("no link on this path counts packets")
        };
    }

    /** No program is told by its socket how many there were; a path that counts packets says it instead. */
    static Figure retransmits(Traits traits) {
        if (!traits.reliable()) {
            return RETRANSMITS.absent("this transport never sends anything again");
        }
        return RETRANSMITS.absent(
                traits.builtOnDatagrams()
                        ? "counted only where packets are seen: --path wire, --path sim"
                        : "what the system sends again is not counted here;  tcp show  tells it on Linux, while open");
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, DELIVERED, column -> {
            String delivered = "delivered " + column.bare(DELIVERED) + " of " + column.bare(SENT);
            String trouble = trouble(column);
            String seen = trouble.isEmpty() && column.number(BYTES_EQUAL) == 1
                    ? ", once each and in order" + again(column)
                    : trouble;
            return delivered + seen + worst(column);
        });
    }

    private static String again(Column column) {
        return column.number(RETRANSMITS) > 0
                ? ", for which " + column.counted(RETRANSMITS, "packet") + " went again"
                : "";
    }

    private static String trouble(Column column) {
        StringJoiner trouble = new StringJoiner(", ", ": ", "").setEmptyValue("");
        if (underWay(column)) {
            trouble.add("the rest still on its way when time was up");
        } else if (column.number(LOST) > 0) {
            trouble.add(column.bare(LOST) + " lost (" + column.text(LOST_PERCENT) + ")");
        }
        for (Measure measure : List.of(DUPLICATED, OUT_OF_ORDER, CORRUPTED)) {
            if (column.number(measure) > 0) {
                trouble.add(column.bare(measure) + " " + became(measure));
            }
        }
        return trouble.toString();
    }

    /** Whether the run shown ended before everything had arrived or was lost. */
    private static boolean underWay(Column column) {
        double known = column.number(DELIVERED) + column.number(LOST);
        return !column.has(LOST_PERCENT) || known < column.number(SENT);
    }

    private static String became(Measure measure) {
        return measure.equals(CORRUPTED)
                ? "arrived corrupted"
                : measure.name().replace("_packets", "").replace('_', ' ');
    }

    /** What was worse in another run than in the one shown. */
    private static String worst(Column column) {
        StringJoiner worst = new StringJoiner(", ", ", and at worst ", "").setEmptyValue("");
        boolean shown = underWay(column);
        boolean another = column.gaps(LOST).contains(Missing.UNDER_WAY);
        double least = column.least(DELIVERED);
        if ((shown || another) && least < column.number(DELIVERED)) {
            worst.add(FigureText.number(Unit.COUNT, least) + " delivered"
                    + (shown ? "" : ", the rest at times still on its way"));
        }
        for (Measure measure : List.of(LOST, DUPLICATED, OUT_OF_ORDER, CORRUPTED)) {
            double greatest = column.greatest(measure);
            if (greatest > column.number(measure)) {
                worst.add(FigureText.number(Unit.COUNT, greatest) + " " + became(measure));
            }
        }
        boolean equalHere = column.number(BYTES_EQUAL) == 1;
        if (worst.length() == 0 && equalHere && column.held(BYTES_EQUAL) != Held.ALWAYS) {
            worst.add("other bytes than were sent");
        }
        return worst.toString();
    }
}
