package org.sockrates.link.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.fault.Piece;
import org.sockrates.link.fault.StreamFault;
import org.sockrates.link.fault.StreamPlan;
import org.sockrates.link.fault.StreamWire;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;

/**
 * One way of one relayed connection: reads from one socket, lets the pieces meet the faults, and writes each to the other
 * socket when it is due. While it holds much, it does not read: the sender is slowed down as TCP slows it down.
 */
final class StreamWay {
    /** In one turn, so that who sends much does not keep the others from going on. */
    private static final int READS = 4;

    private final TcpConnection connection;
    private final TcpRelay relay;
    private final RelayLoop loop;
    private final Way way;
    private final TcpEnd source;
    private final TcpEnd sink;
    private final StreamQueue queue;
    private final Openings openings;
    private final Strikes strikes;
    private final StreamWire bandwidth = new StreamWire();
    private final StreamWire rate = new StreamWire();
    private List<StreamFault.Active> ofFaults = List.of();
    private List<StreamFault.Active> ofLink = List.of();
    private StreamFaults faults = StreamFaults.NONE;
    private int pieceBytes;
    private long mostHeld;
    private long offeredNanos;
    private long lastDueNanos;
    private String lastLateBy = "";
    private Times.@Nullable Task nextFlush;
    private Times.@Nullable Task nextReset;
    private boolean sourceEnded;
    private Piece.@Nullable Kind swallowedEnd;
    private String closedBy = "";
    private boolean finished;

    StreamWay(TcpConnection connection, TcpRelay relay, Way way, TcpEnd source, TcpEnd sink) {
        this.connection = connection;
        this.relay = relay;
        this.loop = relay.loop();
        this.way = way;
        this.source = source;
        this.sink = sink;
        queue = new StreamQueue(relay.buffers());
        strikes = new Strikes(connection, loop);
        lastDueNanos = loop.nowNanos();
        openings = new Openings(lastDueNanos);
    }

    /** Takes other faults from now on; what is under way keeps its time. */
    void useFaults(StreamPlan plan) {
        ofFaults = plan.ofFaults(connection.number(), way, bandwidth);
        strikes.use(new StreamFaults(ofFaults));
        use(plan);
    }

    /** Takes another link's delay and rate from now on; what is under way keeps its time, and the faults go on. */
    void useLink(StreamPlan plan) {
        ofLink = plan.ofLink(connection.number(), way, rate);
        use(plan);
    }

    private void use(StreamPlan plan) {
        faults = new StreamFaults(
                Stream.concat(ofFaults.stream(), ofLink.stream()).toList());
        pieceBytes = plan.pieceBytes(way, relay.pieceBytes());
        mostHeld = plan.mostHeld(way);
        Piece.Kind kept = swallowedEnd;
        if (kept != null) { // nobody was told yet
            sourceEnds(Piece.end(kept, loop.nowNanos()));
            flush();
        }
        awaitSource();
    }

    /** There is something to read. */
    void read() {
        boolean more = true;
        for (int i = 0; i < READS && more && wantsToRead(); i++) {
            more = readOnce(null);
        }
        flush();
    }

    /** @param before what had the room that there is now; null where there was room before */
    private boolean readOnce(StreamQueue.@Nullable Held before) {
        int most = (int) Math.min(pieceBytes, mostHeld - queue.data());
        ByteBuffer buffer = relay.buffers().toRead(most);
        int count;
        try {
            count = source.channel.read(buffer);
        } catch (IOException reset) {
            sourceEnds(Piece.end(Piece.Kind.RESET, loop.nowNanos()));
            return false;
        }
        if (count < 0) {
            sourceEnds(Piece.end(Piece.Kind.FINISH, loop.nowNanos()));
        } else if (count > 0) {
            data(buffer.flip(), before);
        }
        return count == most;
    }

    private void sourceEnds(Piece piece) {
        sourceEnded = true;
        boolean told = swallowedEnd != null;
        swallowedEnd = piece.kind();
        faults.meet(piece, further -> {
            swallowedEnd = null;
            leave(further);
        });
        boolean swallowed = swallowedEnd != null;
        String rule = swallowed ? faults.swallowed() : touchedBy(piece.cameNanos());
        if (!rule.isEmpty() && !(swallowed && told)) {
            Verdict verdict = swallowed ? Verdict.DROPPED : Verdict.DELAYED;
            relay.endings()
                    .add(new StreamEnd(
                            loop.nowNanos(), connection.client(), Optional.of(way), piece.kind(), verdict, rule));
        }
    }

    private void data(ByteBuffer bytes, StreamQueue.@Nullable Held before) {
        int count = bytes.remaining();
        long now = loop.nowNanos();
        offeredNanos = before == null ? now : openings.since(before.dueNanos());
        long number;
        boolean dropped;
        String rule;
        synchronized (relay.counts()) { // a piece, its bytes and what hit it are counted in one moment
            number = relay.counts().entered(count);
            boolean through = faults.meet(Piece.data(offeredNanos, bytes), this::leave);
            dropped = !through || !connection.isServing();
            rule = !dropped ? touchedBy(offeredNanos) : through ? "" : faults.swallowed();
            relay.counts().hit(rule);
            if (dropped) {
                relay.counts().dropped(1);
            } else if (queue.isEmpty()) {
                relay.counts().left();
            } else {
                queue.closePiece();
            }
        }
        Verdict verdict = dropped ? Verdict.DROPPED : lastDueNanos == offeredNanos ? Verdict.PASSED : Verdict.DELAYED;
        long leaves = dropped ? now : Openings.later(lastDueNanos, now);
        relay.note(new PassedPacket(now, leaves, way, connection.hop(way), count, number, verdict, rule));
    }

    /** Where no fault touched what came now, it may wait behind what one made late. */
    private String touchedBy(long now) {
        String touched = faults.touched();
        return touched.isEmpty() && lastDueNanos != now ? lastLateBy : touched;
    }

    /** A piece came through. A reset does not wait for a reader that takes its time: what is before it is lost. */
    private void leave(Piece piece) {
        if (piece.dueNanos() - lastDueNanos > 0) {
            lastDueNanos = piece.dueNanos();
            lastLateBy = faults.touched();
        }
        if (piece.kind() == Piece.Kind.CLOSE) {
            closedBy = faults.closing();
        }
        if (piece.kind() == Piece.Kind.RESET) {
            nextReset = loop.at(lastDueNanos, connection::reset);
            return;
        }
        boolean atOnce = queue.isEmpty() && !relay.paused() && lastDueNanos - offeredNanos <= 0;
        if (atOnce && piece.isData()) {
            write(piece.bytes());
        }
        if (connection.isServing() && (piece.bytes().hasRemaining() || !piece.isData())) {
            queue.add(piece.due(lastDueNanos), faults.isEmpty());
        }
    }

    /**
     * Writes what is due, as far as the other socket takes it. Where reading had stopped for it, the next bytes take its place
     * at the time it left, however late this is called: so no wire stands idle that a sender has more for.
     */
    void flush() {
        openings.begin(loop.nowNanos());
        int followed = 0;
        boolean full = false;
        while (!full && !relay.paused() && connection.isServing()) {
            StreamQueue.Held head = queue.head();
            if (head == null) {
                break;
            }
            if (head.dueNanos() - loop.nowNanos() > 0 || followed == READS) {
                wakeAt(Openings.later(head.dueNanos(), loop.nowNanos()));
                break;
            }
            boolean stopped = !wantsToRead();
            full = !writeWhole(head.bytes());
            if (!full) {
                reachesSink(head.kind());
                if (stopped && wantsToRead()) {
                    readOnce(head);
                    followed++;
                }
            }
        }
        openings.stuck(full || relay.paused());
        sink.await(SelectionKey.OP_WRITE, full);
        awaitSource();
    }

    private void wakeAt(long nanos) {
        if (nextFlush == null) {
            nextFlush = loop.at(nanos, () -> {
                nextFlush = null;
                flush();
            });
        }
    }

    /** Writes the head of the queue and removes it when all of it was taken; answers whether it was. */
    private boolean writeWhole(ByteBuffer head) {
        synchronized (relay.counts()) {
            queue.written(write(head));
            if (head.hasRemaining()) {
                return false;
            }
            if (queue.remove()) {
                relay.counts().left();
            }
            return true;
        }
    }

    /** Answers how many bytes the other socket took. */
    private int write(ByteBuffer bytes) {
        int count = 0;
        try {
            count = bytes.hasRemaining() ? sink.channel.write(bytes) : 0;
            relay.counts().written(count);
        } catch (IOException peerGone) {
            connection.reset();
        }
        return count;
    }

    /** All before it is written: an end now ends the other side, too. */
    private void reachesSink(Piece.Kind kind) {
        if (kind == Piece.Kind.FINISH) {
            sink.shutdownOutput();
            finished = true;
            connection.closeIfFinished();
        } else if (kind == Piece.Kind.CLOSE) {
            connection.cut(kind, closedBy);
        }
    }

    private boolean wantsToRead() {
        if (!connection.isServing() || sourceEnded) {
            return false;
        }
        return queue.isEmpty()
                || (!faults.isEmpty()
                        && queue.data() < mostHeld
                        && queue.bytes() < relay.settings().mostStreamBytes()
                        && !relay.buffers().full());
    }

    private void awaitSource() {
        source.await(SelectionKey.OP_READ, wantsToRead());
    }

    /** Whether the end of this way has reached the other side. */
    boolean finished() {
        return finished;
    }

    /** The connection is gone: what was under way is lost. */
    void forget() {
        strikes.cancel();
        if (nextFlush != null) {
            nextFlush.cancel();
        }
        if (nextReset != null) {
            nextReset.cancel();
        }
        relay.counts().dropped(queue.clear());
    }
}
