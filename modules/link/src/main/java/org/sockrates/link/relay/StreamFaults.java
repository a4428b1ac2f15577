package org.sockrates.link.relay;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.sockrates.link.fault.Piece;
import org.sockrates.link.fault.StreamFault;

/** The faults of one way of one connection, one behind the other. */
final class StreamFaults {
    static final StreamFaults NONE = new StreamFaults(List.of());

    private final List<StreamFault.Active> active;
    private final boolean[] touched;
    private final int[] passed;
    private String closing = "";
    private Piece.Kind met = Piece.Kind.DATA;
    private int reached;
    private boolean through;

    StreamFaults(List<StreamFault.Active> active) {
        this.active = List.copyOf(active);
        touched = new boolean[active.size()];
        passed = new int[active.size()];
    }

    boolean isEmpty() {
        return active.isEmpty();
    }

    /** The words of those that made something else of the last piece: later, in parts, less of it, or an end as well. */
    String touched() {
        StringJoiner words = new StringJoiner(",");
        for (int at = 0; at < touched.length; at++) {
            if (touched[at]) {
                words.add(active.get(at).word());
            }
        }
        return words.toString();
    }

    /** The word of the one that closes the connection; empty where none has said so yet. */
    String closing() {
        return closing;
    }

    /** The word of the one that swallowed the last piece. */
    String swallowed() {
        return active.get(reached).word();
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
        met = piece.kind();
        reached = 0;
        through = false;
        Arrays.fill(touched, false);
        pass(0, piece, last);
        return through;
    }

    private void pass(int at, Piece piece, StreamFault.Next last) {
        reached = piece.kind() == met ? Math.max(reached, at) : reached; // an end that data became is none of it
        if (at == active.size()) {
            through |= piece.isData();
            last.pass(piece);
        } else {
            passed[at] = 0;
            active.get(at).fault().meet(piece, further -> {
                passed[at]++;
                touched[at] |= !further.isAs(piece);
                if (further.kind() == Piece.Kind.CLOSE && piece.kind() != Piece.Kind.CLOSE) {
                    closing = active.get(at).word();
                }
                pass(at + 1, further, last);
            });
            touched[at] |= passed[at] != 1;
        }
    }
}
