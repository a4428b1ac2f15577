package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Passage;
import org.sockrates.link.rule.Rate;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.text.CountText;

/** How much goes through when the sender sends all it can: what it sent, and what was received. */
final class Throughput implements Experiment {
    static final Measure RECEIVED = new Measure("bits_per_second", Unit.BITS_PER_SECOND, "payload the receiver got");
    static final Measure SENT =
            new Measure("sender_bits_per_second", Unit.BITS_PER_SECOND, "payload the sender's system took");
    static final Measure MESSAGES_PER_SECOND =
            new Measure("messages_per_second", Unit.MESSAGES_PER_SECOND, "messages the receiver got");
    static final Measure LOST =
            new Measure("lost_packets", Unit.MESSAGES, "messages sent in the time measured that never arrived");
    static final Measure LOST_PERCENT =
            new Measure("lost_percent", Unit.PERCENT, "of the bytes sent then, those that never arrived");
    static final Measure RETRANSMITS = Delivery.RETRANSMITS;

    private static final int BYTES = 1400;
    /** In each byte of what is sent in the time that counts: a stream may be read from anywhere. */
    private static final byte MARK = -1;

    private static final byte[] MARKED = new byte[BYTES];

    private static final long MOST_MESSAGES = 5_000_000;

    static {
        Arrays.fill(MARKED, MARK);
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String question() {
        return "how much goes through, and how much of what was sent?";
    }

    @Override
    public String method(Settings settings) {
        return "sends of " + CountText.grouped(BYTES) + " bytes, one after the other: " + new Measuring(settings).text()
                + ", at each end from its own first message on";
    }

    @Override
    public List<Measure> measures() {
        return List.of(RECEIVED, SENT, MESSAGES_PER_SECOND, LOST, LOST_PERCENT, FullBuffers.PERCENT, RETRANSMITS);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        try (Meeting meeting = Meeting.arrange(run)) {
            AtomicBoolean sending = new AtomicBoolean(true);
            Ear ear = Ear.on(meeting.server(), meeting.server()::receive, sending::get, run);
            Passage passage = run.passage();
            Settings settings = run.settings();
            NanoClock clock = passage.clock();
            Measuring measuring = new Measuring(settings);
            long begun = clock.nanoTime();
            Passage.Actor<Tally> reader = passage.start("reader", () -> read(ear, clock, measuring, begun, settings));
            Tally sent;
            try {
                sent = send(meeting.client(), clock, measuring, begun);
            } finally {
                sending.set(false);
            }
            meeting.finish();
            Tally received = reader.join(settings.actorLimit().plus(measuring.longest()));
            String tooShort = "nothing arrived within " + measuring.measuredText() + ", too short for this link"
                    + (settings.quick() ? "; compare without --quick" : "");
            Window window = measuring.since(clock, begun);
            Optional<String> burst =
                    ChosenLink.rate(passage).flatMap(rate -> burst(rate, measuring, window, received.bytes()));
            Figure full = FullBuffers.of(
                    run,
                    meeting.server(),
                    sent.allMessages() - received.allMessages(),
                    Missing.unknown(received.complete(), run.traits(), passage.report()));
            return observations(run.traits(), passage.report(), window, sent, received, tooShort, burst)
                    .with(List.of(full));
        }
    }

    private static Tally send(TransportSocket socket, NanoClock clock, Measuring measuring, long begun)
            throws IOException {
        socket.waiting(Waiting.atMost(Duration.ofMillis(100)));
        ByteBuffer message = ByteBuffer.allocateDirect(BYTES);
        Window window = measuring.since(clock, begun);
        Tally tally = new Tally(window);
        long now = clock.nanoTime();
        while (now - window.to() < 0 && tally.allMessages() < MOST_MESSAGES) {
            boolean counts = window.contains(now);
            if (counts && message.get(0) != MARK) {
                message.put(0, MARKED);
            }
            int taken = Eager.taken(socket, message);
            now = clock.nanoTime();
            if (taken > 0) {
                tally.add(taken, now);
                tally.mark(counts);
            }
            if (measuring.ends(tally, now - begun)) {
                window = measuring.since(clock, begun);
                tally.counts(window);
            }
        }
        return tally;
    }

    /** What was sent in the sender's time comes later, by the link's delay at least: so does the time that counts here. */
    private static Tally read(Ear ear, NanoClock clock, Measuring measuring, long begun, Settings settings)
            throws IOException {
        Window reading = measuring.since(clock, begun);
        Tally tally = new Tally(reading);
        ByteBuffer into = ByteBuffer.allocateDirect(65_536);
        long deadline = reading.to() + settings.patience().toNanos();
        long now = clock.nanoTime();
        while (now - deadline < 0) {
            int heard = ear.hear(into.clear());
            now = clock.nanoTime();
            if (heard >= 0) {
                boolean marked = heard > 0 && into.get(heard - 1) == MARK;
                long from = reading.from();
                if (tally.marked() == 0) {
                    // after a warm-up, or with the first that counts: a reader that began late has no warm-up
                    from = measuring
                            .since(clock, tally.allMessages() == 0 ? now : tally.firstNanos())
                            .from();
                    from = marked ? Math.min(from, now) : from;
                }
                reading = measuring.from(clock, from);
                tally.counts(reading);
                deadline = Math.max(deadline, reading.to());
                tally.add(heard, now);
                tally.mark(marked);
            } else if (ear.isSure()) {
                return tally.completed();
            }
        }
        return tally;
    }

    /**
     * @param tooShort why nothing is known of a speed where all that was sent may arrive later
     * @param burst why what was received tells no speed, where it does not
     */
    static Observations observations(
            Traits traits,
            LinkReport link,
            Window window,
            Tally sent,
            Tally received,
            String tooShort,
            Optional<String> burst) {
        boolean counts = traits.keepsBoundaries();
        long then = counts ? sent.marked() : sent.messages();
        long lost = counts ? then - received.marked() : (sent.allBytes() - received.allBytes()) / BYTES;
        Optional<String> unknown = then == 0
                ? Optional.of("no message fell into the time that was measured")
                : Missing.unknown(received.complete(), traits, link);
        Optional<String> noSpeed =
                received.messages() > 0 || zeroIsKnown(window, sent, received) ? burst : Optional.of(tooShort);
        return Observations.of(
                noSpeed.map(RECEIVED::absent)
                        .orElseGet(
                                () -> RECEIVED.measured(received.messages(), window.bitsPerSecond(received.bytes()))),
                SENT.measured(sent.messages(), window.bitsPerSecond(sent.bytes())),
                counts
                        ? noSpeed.map(MESSAGES_PER_SECOND::absent)
                                .orElseGet(() -> MESSAGES_PER_SECOND.measured(
                                        received.messages(), window.perSecond((double) received.messages())))
                        : MESSAGES_PER_SECOND.absent("a stream has no messages to count"),
                unknown.map(LOST::absent).orElseGet(() -> LOST.counted(then, lost)),
                unknown.map(LOST_PERCENT::absent).orElseGet(() -> LOST_PERCENT.measured(then, 100.0 * lost / then)),
                Delivery.retransmits(traits));
    }

    /** Why so many bytes tell no speed, where a link with this rate could not carry them all in the time, but for one message. */
    static Optional<String> burst(Rate rate, Measuring measuring, Window window, long bytes) {
        double carried = (double) rate.bitsPerSecond();
        return measuring.isMore(window.bitsPerSecond(bytes - BYTES), carried)
                ? Optional.of(FigureText.of(Unit.BITS_PER_SECOND, window.bitsPerSecond(bytes))
                        + " came in the time measured, and the link carries "
                        + FigureText.of(Unit.BITS_PER_SECOND, carried)
                        + ": some had waited before, as behind a lost packet")
                : Optional.empty();
    }

    /** Whether a next one would have come in the time measured: it may have to wait for an answer to the first. */
    private static boolean zeroIsKnown(Window window, Tally sent, Tally received) {
        return received.allMessages() == 0
                ? received.complete()
                : 2 * (received.firstNanos() - sent.firstNanos()) <= window.to() - window.from();
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, RECEIVED, column -> {
            String carried = "delivered " + column.text(RECEIVED) + column.ifFew(RECEIVED) + more(column)
                    + column.text(SENT) + " sent";
            if (!column.has(LOST_PERCENT)) {
                return carried;
            }
            return carried
                    + (column.number(LOST_PERCENT) == 0
                            ? ", and lost nothing"
                            : ", and lost " + column.text(LOST_PERCENT) + " of the bytes")
                    + column.atWorst(LOST_PERCENT)
                    + column.knownIn(LOST_PERCENT)
                    + FullBuffers.told(column, LOST_PERCENT, "of all that was lost");
        });
    }

    /** Why the receiver got more in its time than was sent in the sender's, where it did in all runs: else it tells nothing. */
    private static String more(Column column) {
        if (!column.isMore(RECEIVED, SENT) || !column.gaps(RECEIVED).isEmpty()) {
            return " of ";
        }
        return column.reason(LOST_PERCENT).equals(Missing.COPIES)
                ? ", the link's copies among it, of "
                : " while buffers emptied, of ";
    }
}
