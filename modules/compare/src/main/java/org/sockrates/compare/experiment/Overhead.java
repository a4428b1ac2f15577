package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.link.Traffic;
import org.sockrates.transport.Traits;
import org.sockrates.transport.text.CountText;

/** What a message costs on the wire, beside its own bytes. */
final class Overhead implements Experiment {
    static final Measure SMALL = new Measure(
            "small_wire_per_byte", Unit.TIMES, "bytes on the wire, both ways, for each byte of small messages");
    static final Measure LARGE = new Measure(
            "large_wire_per_byte", Unit.TIMES, "bytes on the wire, both ways, for each byte of large messages");
    static final Measure SMALL_PACKETS =
            new Measure("small_packets", Unit.COUNT, "packets, both ways, that carried and acknowledged small ones");
    static final Measure LARGE_PACKETS =
            new Measure("large_packets", Unit.COUNT, "packets, both ways, that carried and acknowledged large ones");
    static final Measure AROUND =
            new Measure("around_bytes", Unit.BYTES, "bytes on the wire to begin and to end a conversation");
    static final Measure SINGLE = new Measure(
            "single_percent", Unit.PERCENT, "of all bytes on the wire, those of the only message of a conversation");

    private static final int SMALL_BYTES = 10;
    private static final int LARGE_BYTES = 1400;

    @Override
    public String name() {
        return "overhead";
    }

    @Override
    public String question() {
        return "how many bytes cross the wire for each of mine?";
    }

    @Override
    public String method(Settings settings) {
        return CountText.grouped(messages(settings)) + " messages of " + SMALL_BYTES + " bytes, then of "
                + CountText.grouped(LARGE_BYTES)
                + ", one way, each sent when the one before was read; headers from IP on and acknowledgements"
                + " count; then a conversation of one small message";
    }

    @Override
    public List<Measure> measures() {
        return List.of(SMALL, LARGE, SMALL_PACKETS, LARGE_PACKETS, AROUND, SINGLE);
    }

    private static int messages(Settings settings) {
        return settings.count(50, 10);
    }

    @Override
    public Optional<String> impossible(Traits traits, Passage passage) {
        return OnPackets.refusal(passage);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        Traffic before = OnPackets.soFar(run.passage());
        Cost small;
        Cost large;
        Traffic.OneWay begin;
        try (Meeting meeting = Meeting.arrange(run)) {
            begin = OnPackets.quiet(run).minus(before).total();
            small = carry(meeting, run, messages(run.settings()), SMALL_BYTES);
            large = carry(meeting, run, messages(run.settings()), LARGE_BYTES);
            before = OnPackets.soFar(run.passage());
        }
        Traffic ended = OnPackets.quiet(run);
        long around = begin.wireBytes() + ended.minus(before).total().wireBytes();
        try (Meeting meeting = Meeting.arrange(run)) {
            carry(meeting, run, 1, SMALL_BYTES);
        }
        long single = OnPackets.quiet(run).minus(ended).total().wireBytes();
        return Observations.of(
                SMALL.measured(small.messages(), small.perByte()),
                LARGE.measured(large.messages(), large.perByte()),
                SMALL_PACKETS.counted(small.messages(), small.wire().packets()),
                LARGE_PACKETS.counted(large.messages(), large.wire().packets()),
                AROUND.counted(1, around),
                SINGLE.measured(1, 100.0 * SMALL_BYTES / single));
    }

    /** Sends messages one after the other: each when the one before was read, or is known to be lost. */
    private static Cost carry(Meeting meeting, Run run, int most, int bytes) throws IOException {
        AtOnce.on(meeting.client());
        Ear ear = Ear.on(meeting.server(), run);
        ByteBuffer message = ByteBuffer.allocateDirect(bytes);
        ByteBuffer into = ByteBuffer.allocateDirect(bytes);
        Traffic before = OnPackets.soFar(run.passage());
        Stopwatch since = run.stopwatch();
        int sent = 0;
        do {
            meeting.client().send(message.clear());
            ear.hearWhole(into.clear());
            sent++;
        } while (sent < most && since.isWithin(run.settings().budget().dividedBy(2)));
        Traffic.OneWay wire = OnPackets.quiet(run).minus(before).total();
        return new Cost(sent, (long) sent * bytes, wire);
    }

    /** So many messages of so many bytes together, and what crossed the wire for them. */
    private record Cost(int messages, long bytes, Traffic.OneWay wire) {
        double perByte() {
            return (double) wire.wireBytes() / bytes;
        }
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(
                result,
                SMALL,
                column -> "put " + column.bare(SMALL)
                        + " bytes on the wire for each byte in messages of " + SMALL_BYTES + ", "
                        + column.bare(LARGE) + " in messages of " + CountText.grouped(LARGE_BYTES)
                        + ", and " + (column.number(AROUND) == 0 ? "nothing" : column.counted(AROUND, "byte"))
                        + " to begin and to end");
    }
}
