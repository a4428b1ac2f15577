package org.sockrates.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.file.PcapngSettings;
import org.sockrates.capture.file.PcapngWriter;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.link.Verdict;
import org.sockrates.link.Way;
import org.sockrates.transport.NanoClock;

/**
 * Writes what passes a wire to a capture file, as its two ends see it: interface 0 is the client's, with what it sent and
 * what reached it, interface 1 the server's. A packet that was lost is on its sender's only. Every packet that a rule
 * touched has a comment. A thread of its own writes, so that the wire never waits: when more comes than a disk takes, the
 * headers of packets are kept and their lengths; what comes faster still is not in the file, is counted, and the file says
 * so. Whole blocks reach the stream, so that a file whose writer was killed can be read.
 */
public final class WireCapture implements WireObserver, Closeable {
    private static final int CLIENT = 0;
    private static final int SERVER = 1;
    private static final int MOST_PACKETS = 32_768;
    private static final int MOST_BYTES = 32 << 20;
    private static final long WHOLE_BURST = 24 << 20;
    private static final long WHOLE_PER_SECOND = 32 << 20;
    private static final long NAP_NANOS = 5_000_000;
    private static final long CLOSE_LIMIT_MILLIS = 10_000;

    private final Wire wire;
    private final CaptureBudget budget = new CaptureBudget(WHOLE_BURST, WHOLE_PER_SECOND);
    private final CaptureQueue queue = new CaptureQueue(MOST_PACKETS, MOST_BYTES);
    private final PcapngWriter writer;
    private final long epochOfClock;
    private final long[] missed = new long[2];
    private final Map<Verdict, Map<String, String>> comments = new EnumMap<>(Verdict.class);
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable IOException failure;

    private WireCapture(Wire wire, PcapngWriter writer, long epochOfClock) {
        this.wire = wire;
        this.writer = writer;
        this.epochOfClock = epochOfClock;
        thread = new Thread(this::write, "sockrates-" + wire.device() + "-capture");
        thread.setDaemon(true);
    }

    /**
     * Begins.
     *
     * @param out is closed with the capture
     * @param program what the file says who wrote it: {@code Sockrates 0.1.0}
     * @param clock the one the wire uses
     * @param calendar what its times are told in
     */
    public static WireCapture begin(Wire wire, OutputStream out, String program, NanoClock clock, Clock calendar)
            throws IOException {
        List<VantagePoint> points = List.of(
                new VantagePoint("client", "what clients sent, and what reached them"),
                new VantagePoint("server", "what servers sent, and what reached them"));
        PcapngWriter writer = new PcapngWriter(out, PcapngSettings.of(program, points));
        Instant now = calendar.instant();
        long epoch = now.getEpochSecond() * 1_000_000_000L + now.getNano() - clock.nanoTime();
        WireCapture capture = new WireCapture(wire, writer, epoch);
        capture.thread.start();
        wire.observe(capture);
        return capture;
    }

    @Override
    public void sent(WirePacket packet) {
        if (!packet.copy()) {
            keep(packet.way() == Way.UPSTREAM ? CLIENT : SERVER, packet.sentNanos(), packet);
        }
    }

    @Override
    public void arrived(WirePacket packet) {
        keep(packet.way() == Way.UPSTREAM ? SERVER : CLIENT, packet.arrivedNanos(), packet);
    }

    private void keep(int point, long nanos, WirePacket packet) {
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
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Packets in the file, both interfaces together; only once it is closed. */
    public long written() {
        return writer.written(CLIENT) + writer.written(SERVER);
    }

    /** Packets seen and not in the file, both interfaces together; only once it is closed. */
    public long missed() {
        return writer.dropped(CLIENT) + writer.dropped(SERVER);
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
        for (int point = CLIENT; point <= SERVER; point++) {
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
