package org.sockrates.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.file.PcapngSettings;
import org.sockrates.capture.file.PcapngWriter;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;

/**
 * Writes what passes a wire to a capture file, as its two ends see it, or one of them: an interface is the client's, with
 * what it sent and what reached it, one the server's. A packet that was lost is on its sender's only. Every packet that a
 * rule touched has a comment. A thread of its own writes, so that the wire never waits: when more comes than a disk takes, the
 * headers of packets are kept and their lengths; what comes faster still is not in the file, is counted, and the file says
 * so. Whole blocks reach the stream, so that a file whose writer was killed can be read.
 */
public final class WireCapture implements WireObserver, Closeable {
    private static final int MOST_PACKETS = 32_768;
    private static final int MOST_BYTES = 32 << 20;
    private static final long WHOLE_BURST = 24 << 20;
    private static final long WHOLE_PER_SECOND = 32 << 20;
    private static final long NAP_NANOS = 5_000_000;
    private static final long CLOSE_LIMIT_MILLIS = 10_000;

    /** Where packets are seen. */
    public enum End {
        CLIENT("client", "what clients sent, and what reached them"),
        SERVER("server", "what servers sent, and what reached them");

        private final String word;
        private final String told;

        End(String word, String told) {
            this.word = word;
            this.told = told;
        }

        /** What its interface is called in a file. */
        public String word() {
            return word;
        }
    }

    private final Wire wire;
    private final List<End> ends;
    private final CaptureBudget budget = new CaptureBudget(WHOLE_BURST, WHOLE_PER_SECOND);
    private final CaptureQueue queue = new CaptureQueue(MOST_PACKETS, MOST_BYTES);
    private final PcapngWriter writer;
    private final long epochOfClock;
    private final long[] missed = new long[End.values().length];
    private final Map<Verdict, Map<String, String>> comments = new EnumMap<>(Verdict.class);
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable IOException failure;

    private WireCapture(Wire wire, List<End> ends, PcapngWriter writer, long epochOfClock) {
        this.wire = wire;
        this.ends = ends;
        this.writer = writer;
        this.epochOfClock = epochOfClock;
        thread = new Thread(this::write, "sockrates-" + wire.device() + "-capture");
        thread.setDaemon(true);
    }

    /**
     * Begins.
     *
     * @param ends whose packets are written; the file has an interface for each, in this order
     * @param out is closed with the capture
     * @param program what the file says who wrote it: {@code Sockrates 0.1.0}
     */
    public static WireCapture begin(Wire wire, List<End> ends, OutputStream out, String program) throws IOException {
        List<VantagePoint> points =
                ends.stream().map(end -> new VantagePoint(end.word, end.told)).toList();
        PcapngWriter writer = new PcapngWriter(out, PcapngSettings.of(program, points));
        Instant now = Instant.now();
        long epoch = now.getEpochSecond() * 1_000_000_000L + now.getNano() - Wire.CLOCK.nanoTime();
        WireCapture capture = new WireCapture(wire, List.copyOf(ends), writer, epoch);
        capture.thread.start();
        wire.observe(capture);
        return capture;
    }

    @Override
    public void sent(WirePacket packet) {
        if (!packet.copy()) {
            keep(packet.way() == Way.UPSTREAM ? End.CLIENT : End.SERVER, packet.sentNanos(), packet);
        }
    }

    @Override
    public void arrived(WirePacket packet) {
        keep(packet.way() == Way.UPSTREAM ? End.SERVER : End.CLIENT, packet.arrivedNanos(), packet);
    }

    private void keep(End end, long nanos, WirePacket packet) {
        int point = ends.indexOf(end);
        if (point < 0) {
            return;
        }
        int kept = budget.of(packet.bytes().remaining(), nanos);
        if (!queue.offer(point, nanos, packet.bytes(), kept, comment(packet))) {
            missed[point]++;
        }
    }

    private String comment(WirePacket packet) {
        String rule = packet.rule();
        if (rule.isEmpty()) {
            return "";
        }
        Map<String, String> ofVerdict = comments.computeIfAbsent(packet.verdict(), first -> new HashMap<>());
        String known = ofVerdict.get(rule);
        if (known == null) {
            known = packet.verdict().word() + ": " + rule;
            ofVerdict.put(rule, known);
        }
        return known;
    }

    private void write() {
        ByteBuffer view = queue.view();
        try {
            while (true) {
                boolean last = closing;
                CaptureQueue.Slot slot = queue.peek();
                if (slot != null) {
                    queue.show(slot, view);
                    writer.write(slot.point(), epochOfClock + slot.nanos(), view, slot.originalBytes(), slot.comment());
                    queue.release(slot);
                } else if (last) {
                    return;
                } else {
                    rest();
                }
            }
        } catch (IOException full) {
            failure = full;
        }
    }

    /** Everything is written: it reaches the stream. Nobody wakes this thread, since that would cost the wire. */
    private void rest() throws IOException {
        writer.flush();
        LockSupport.parkNanos(this, NAP_NANOS);
    }

    /** Why nothing is written any more; empty as long as all is well. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whose packets are written. */
    public List<End> ends() {
        return ends;
    }

    /** Packets in the file, all interfaces together; only once it is closed. */
    public long written() {
        return IntStream.range(0, ends.size()).mapToLong(writer::written).sum();
    }

    /** Packets seen and not in the file, all interfaces together; only once it is closed. */
    public long missed() {
        return IntStream.range(0, ends.size()).mapToLong(writer::dropped).sum();
    }

    /**
     * Writes what was seen up to now, says in the file what is missing, and closes it. May be called twice.
     *
     * @throws IOException why the file is not whole
     */
    @Override
    public void close() throws IOException {
        wire.ignore(this);
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_LIMIT_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new IOException("capture: still being written after 10 s (expected: at most that)");
        }
        end();
    }

    private void end() throws IOException {
        for (int point = 0; point < ends.size(); point++) {
            writer.dropped(point, missed[point]);
            missed[point] = 0;
        }
        IOException why = failure;
        try {
            writer.close();
        } catch (IOException full) {
            why = why == null ? full : why;
        }
        if (why != null) {
            throw why;
        }
    }
}
