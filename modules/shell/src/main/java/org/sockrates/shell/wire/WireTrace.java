package org.sockrates.shell.wire;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.BothEnds;
import org.sockrates.capture.analysis.LabelText;
import org.sockrates.capture.analysis.PacketLine;
import org.sockrates.capture.analysis.SegmentText;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.shell.session.Deed;
import org.sockrates.shell.session.Teller;
import org.sockrates.wire.WireObserver;
import org.sockrates.wire.WirePacket;

/** Tells every packet as it leaves, in tcpdump's words, with what the link did; the wire does not wait for a terminal. */
final class WireTrace implements WireObserver, AutoCloseable {
    private final long startNanos;
    private final Teller<Sighted> teller;
    private final BothEnds ends = new BothEnds();
    private long number;
    private @Nullable Analysed last;

    /** @param deed what the link did; empty for nothing, and for an arrival */
    private record Sighted(Packet head, boolean arrival, boolean copy, String deed) {}

    private WireTrace(long startNanos, Consumer<String> listener) {
        this.startNanos = startNanos;
        teller = Teller.begin("sockrates-wire-trace", this::line, listener);
    }

    /**
     * Begins to tell.
     *
     * @param startNanos what times are told from
     */
    static WireTrace begin(long startNanos, Consumer<String> listener) {
        return new WireTrace(startNanos, listener);
    }

    @Override
    public void sent(WirePacket packet) {
        teller.keep(new Sighted(
                PacketHead.of(packet, packet.sentNanos()),
                false,
                packet.copy(),
                Deed.text(packet.verdict(), packet.rule())));
    }

    @Override
    public void arrived(WirePacket packet) {
        if (!packet.rule().contains("corrupt")) {
            teller.keep(new Sighted(PacketHead.of(packet, packet.arrivedNanos()), true, packet.copy(), ""));
        }
    }

    /** An arrival is not told; it is what later segments are judged by. */
    private Optional<String> line(Sighted sighted) {
        Decoded packet = Decoded.of(sighted.head());
        long nanos = sighted.head().timeNanos();
        if (sighted.arrival()) {
            if (packet instanceof Segment segment) {
                ends.arrived(number, nanos, segment);
            }
            return Optional.empty();
        }
        if (packet instanceof Segment segment) {
            return Optional.of(segment(segment, nanos, sighted.copy()) + sighted.deed());
        }
        return Optional.of(PacketLine.of(nanos - startNanos, packet) + sighted.deed());
    }

    /** A copy follows its original, and is nothing that its sender did: no label is its own. */
    private String segment(Segment segment, long nanos, boolean copy) {
        Analysed before = last;
        Analysed analysed = copy && before != null && before.segment().equals(segment)
                ? before
                : ends.sent(++number, nanos, segment);
        last = analysed;
        String labels = copy ? "" : LabelText.brief(analysed);
        return WireTimes.text(nanos - startNanos) + " " + segment.flow() + ": " + SegmentText.brief(analysed)
                + (labels.isEmpty() ? "" : " [" + labels + "]");
    }

    /** Tells what has been seen, within a limit, and no more. */
    @Override
    public void close() {
        teller.close();
    }
}
