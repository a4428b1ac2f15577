package org.sockrates.capture.traffic;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Fragment;
import org.sockrates.capture.packet.OtherPacket;

/** The fragments of one datagram, as far as they were seen. */
final class FragmentSet<T> {
    private final long beginNanos;
    private final NavigableMap<Integer, Piece<T>> pieces = new TreeMap<>();
    private int joints;
    private boolean ambiguous;

    private record Piece<T>(T packet, Decoded decoded, Fragment fragment) {}

    /** @param beginNanos when the first of them was seen, whichever part it is */
    FragmentSet(long beginNanos) {
        this.beginNanos = beginNanos;
    }

    /** Whether the rest is waited for still. */
    boolean isOpen(long nanos, long limitNanos) {
        return nanos - beginNanos <= limitNanos;
    }

    /** Whether another packet's part may belong here. */
    boolean lacks(Fragment fragment) {
        return !pieces.containsKey(fragment.offset());
    }

    /** Another one with the same number is under way: what is of one may be the other's. */
    void meets() {
        ambiguous = true;
    }

    /** Whether nobody but its receiver knows which parts it put together. */
    boolean isAmbiguous() {
        return ambiguous;
    }

    void add(T packet, Decoded decoded, Fragment fragment) {
        Map.@Nullable Entry<Integer, Piece<T>> below = pieces.lowerEntry(fragment.offset());
        Map.@Nullable Entry<Integer, Piece<T>> above = pieces.higherEntry(fragment.offset());
        Piece<T> piece = new Piece<>(packet, decoded, fragment);
        if (below != null) {
            joints += joint(below.getValue(), piece);
        }
        if (above != null) {
            joints += joint(piece, above.getValue());
        }
        if (below != null && above != null) {
            joints -= joint(below.getValue(), above.getValue());
        }
        pieces.put(fragment.offset(), piece);
    }

    private static <T> int joint(Piece<T> one, Piece<T> next) {
        return one.fragment().end() == next.fragment().offset() ? 1 : 0;
    }

    /** Whether all are here, from the first to the last, without a gap and none over another. */
    boolean isWhole() {
        return joints == pieces.size() - 1
                && pieces.firstKey() == 0
                && !pieces.lastEntry().getValue().fragment().more();
    }

    /** Where in the whole the last of them ends. */
    int end() {
        return pieces.lastEntry().getValue().fragment().end();
    }

    /** What the first of them says, where it was seen and can be read. */
    Optional<Decoded> first() {
        return Optional.ofNullable(pieces.get(0)).map(Piece::decoded).filter(first -> !(first instanceof OtherPacket));
    }

    /** In the order of what they carry. */
    List<T> packets() {
        return pieces.values().stream().map(Piece::packet).toList();
    }
}
