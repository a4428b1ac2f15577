package org.sockrates.link.relay;

import java.util.List;
import java.util.function.BiConsumer;
import org.sockrates.link.fault.Piece;
import org.sockrates.link.fault.StreamFault;

/** The faults of one way of one connection, one behind the other. */
final class StreamFaults {
    static final StreamFaults NONE = new StreamFaults(List.of());

    private final List<StreamFault.Active> active;
    private final String words;
    private int reached;
    private boolean through;

    StreamFaults(List<StreamFault.Active> active) {
        this.active = List.copyOf(active);
        words = String.join(",", active.stream().map(StreamFault.Active::word).toList());
    }

    boolean isEmpty() {
        return active.isEmpty();
    }

    /** The words of all of them. */
    String words() {
        return words;
    }

    /** The word of the one that swallowed the last piece. */
    String swallowed() {
        return active.get(Math.min(reached, active.size() - 1)).word();
    }

    /** Asks each what it does by itself. */
    void byThemselves(long nowNanos, BiConsumer<String, Piece> told) {
        for (StreamFault.Active one : active) {
            one.fault().byItself(nowNanos).ifPresent(piece -> told.accept(one.word(), piece));
        }
    }

    /**
     * Lets a piece meet them.
     *
     * @param last where what comes through goes
     * @return whether any bytes came through
     */
    boolean meet(Piece piece, StreamFault.Next last) {
        reached = 0;
        through = false;
        pass(0, piece, last);
        return through;
    }

    private void pass(int at, Piece piece, StreamFault.Next last) {
        reached = Math.max(reached, at);
        if (at == active.size()) {
            through |= piece.isData();
            last.pass(piece);
        } else {
            active.get(at).fault().meet(piece, further -> pass(at + 1, further, last));
        }
    }
}
