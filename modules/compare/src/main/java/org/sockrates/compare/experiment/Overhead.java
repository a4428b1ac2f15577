package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.link.Traffic;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Traits;

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
        return messages(settings) + " messages of " + SMALL_BYTES + " bytes, then of " + LARGE_BYTES
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
    public Observations observe(SocketKind transport, Passage passage, Settings settings) throws IOException {
        Traffic before = OnPackets.soFar(passage);
        Cost small;
        Cost large;
        Traffic.OneWay begin;
        try (Meeting meeting = Meeting.arrange(transport, passage, settings)) {
            begin = OnPackets.quiet(passage, settings).minus(before).total();
            small = carry(meeting, passage, settings, messages(settings), SMALL_BYTES);
            large = carry(meeting, passage, settings, messages(settings), LARGE_BYTES);
            before = OnPackets.soFar(passage);
        }
        Traffic ended = OnPackets.quiet(passage, settings);
        long around = begin.wireBytes() + ended.minus(before).total().wireBytes();
        try (Meeting meeting = Meeting.arrange(transport, passage, settings)) {
            carry(meeting, passage, settings, 1, SMALL_BYTES);
        }
        long single = OnPackets.quiet(passage, settings).minus(ended).total().wireBytes();
        return Observations.of(
                SMALL.measured(small.messages(), small.perByte()),
                LARGE.measured(large.messages(), large.perByte()),
                SMALL_PACKETS.counted(small.messages(), small.wire().packets()),
                LARGE_PACKETS.counted(large.messages(), large.wire().packets()),
                AROUND.counted(1, around),
                SINGLE.measured(1, 100.0 * SMALL_BYTES / single));
    }

    /** Sends messages one after the other: each when the one before was read, or is known to be lost. */
    private static Cost carry(Meeting meeting, Passage passage, Settings settings, int most, int bytes)
            throws IOException {
        AtOnce.on(meeting.client());
        Ear ear = Ear.on(meeting.server(), passage, settings);
        ByteBuffer message = ByteBuffer.allocateDirect(bytes);
        ByteBuffer into = ByteBuffer.allocateDirect(bytes);
        boolean whole = meeting.client().transport().traits().keepsBoundaries();
        Traffic before = OnPackets.soFar(passage);
        long deadline = passage.clock().nanoTime() + settings.budget().toNanos() / 2;
        int sent = 0;
        do {
            meeting.client().send(message.clear());
            into.clear();
            int heard;
            do {
                heard = ear.hear(into);
            } while (heard >= 0 && !whole && into.hasRemaining());
            sent++;
        } while (sent < most && passage.clock().nanoTime() - deadline < 0);
        Traffic.OneWay wire = OnPackets.quiet(passage, settings).minus(before).total();
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
                        + column.bare(LARGE) + " in messages of " + LARGE_BYTES
                        + ", and " + (column.number(AROUND) == 0 ? "nothing" : column.counted(AROUND, "byte"))
                        + " to begin and to end");
    }
}
