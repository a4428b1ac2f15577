package org.sockrates.shell.wire;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
import org.sockrates.link.Verdict;
import org.sockrates.shell.text.Fold;
import org.sockrates.wire.WireObserver;
import org.sockrates.wire.WirePacket;

/**
 * Tells every packet as it leaves, in tcpdump's words, with what the link did. A thread of its own tells: the wire does not
 * wait for a terminal, and what is too much for one is counted instead.
 */
final class WireTrace implements WireObserver, AutoCloseable {
    private static final int MOST_WAITING = 1_000;
    private static final long NAP_MILLIS = 100;
    private static final long ENDING_MILLIS = 2_000;

    private final long startNanos;
    private final Consumer<String> listener;
    private final BlockingQueue<Sighted> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong left = new AtomicLong();
    private final BothEnds ends = new BothEnds();
    private final Thread thread = new Thread(this::tell, "sockrates-wire-trace");
    private volatile boolean closing;
    private long number;
    private @Nullable Analysed last;

    /** @param deed what the link did; empty for nothing, and for an arrival */
    private record Sighted(Packet head, boolean arrival, boolean copy, String deed) {}

    private WireTrace(long startNanos, Consumer<String> listener) {
        this.startNanos = startNanos;
        this.listener = listener;
    }

    /**
     * Begins to tell.
     *
     * @param startNanos what times are told from
     */
    static WireTrace begin(long startNanos, Consumer<String> listener) {
        WireTrace trace = new WireTrace(startNanos, listener);
        trace.thread.setDaemon(true);
        trace.thread.start();
        return trace;
    }

    @Override
    public void sent(WirePacket packet) {
        keep(new Sighted(PacketHead.of(packet, packet.sentNanos()), false, packet.copy(), deed(packet)));
    }

    /** That a link takes its time, as its rules have it for every packet, is no news. */
    private static String deed(WirePacket packet) {
        boolean usual = packet.rule().isEmpty()
                || (packet.verdict() == Verdict.DELAYED && packet.rule().matches("(delay|rate)(,(delay|rate))*"));
        return usual ? "" : packet.verdict().word() + ": " + packet.rule();
    }

    @Override
    public void arrived(WirePacket packet) {
        if (!packet.rule().contains("corrupt")) {
            keep(new Sighted(PacketHead.of(packet, packet.arrivedNanos()), true, packet.copy(), ""));
        }
    }

    private void keep(Sighted sighted) {
        if (!waiting.offer(sighted)) {
            left.incrementAndGet();
        }
    }

    private void tell() {
        try {
            while (true) {
                boolean last = closing;
                Sighted next = waiting.poll(last ? 0 : NAP_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    line(next).ifPresent(line -> Fold.hanging("", "    ", line).forEach(listener));
                } else {
                    long untold = left.getAndSet(0);
                    if (untold > 0) {
                        listener.accept("… " + untold + " sightings came too fast to be shown");
                    }
                    if (last) {
                        return;
                    }
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** An arrival is not told; it is what later segments are judged by. */
    private Optional<String> line(Sighted sighted) {
        Decoded packet = Decoded.of(sighted.head());
        long nanos = sighted.head().timeNanos();
        String deed = sighted.deed().isEmpty() ? "" : "  <- " + sighted.deed();
        if (sighted.arrival()) {
            if (packet instanceof Segment segment) {
                ends.arrived(number, nanos, segment);
            }
            return Optional.empty();
        }
        if (packet instanceof Segment segment) {
            return Optional.of(segment(segment, nanos, sighted.copy()) + deed);
        }
        return Optional.of(PacketLine.of(nanos - startNanos, packet) + deed);
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
        closing = true;
        try {
            thread.join(ENDING_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
