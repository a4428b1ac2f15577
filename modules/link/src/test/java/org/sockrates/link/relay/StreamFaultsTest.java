package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.link.fault.Piece;
import org.sockrates.link.fault.StreamFault;

class StreamFaultsTest {
    private static final StreamFault.Active HALVES = new StreamFault.Active("halves", (piece, next) -> {
        ByteBuffer bytes = piece.bytes();
        int half = bytes.remaining() / 2;
        next.pass(piece.part(bytes.slice(0, half)));
        next.pass(piece.part(bytes.slice(half, bytes.remaining() - half)));
    });

    private static StreamFault.Active swallows(String word, char first) {
        return new StreamFault.Active(word, (piece, next) -> {
            if (piece.bytes().get(0) != first) {
                next.pass(piece);
            }
        });
    }

    private final List<Piece> out = new ArrayList<>();

    private boolean passes(StreamFaults faults, String text) {
        return faults.meet(Piece.data(0, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))), out::add);
    }

    @Test
    void whatNobodySwallowsComesThrough() {
        StreamFaults faults = new StreamFaults(List.of(HALVES, swallows("x", 'x')));
        assertThat(passes(faults, "abcd")).isTrue();
        assertThat(out).hasSize(2);
        assertThat(passes(faults, "xyxy")).isFalse();
        assertThat(out).hasSize(2);
    }

    @Test
    void theOneThatSwallowedAPieceIsTold() {
        StreamFaults faults = new StreamFaults(List.of(swallows("a", 'a'), swallows("b", 'b')));

        assertThat(passes(faults, "b")).isFalse();
        assertThat(faults.swallowed()).isEqualTo("b");
        assertThat(passes(faults, "a")).isFalse();
        assertThat(faults.swallowed()).isEqualTo("a");
        assertThat(out).isEmpty();
    }

    @Test
    void ofPartsTheOneThatTheFurthestOfThemReachedIsTold() {
        StreamFaults faults = new StreamFaults(List.of(HALVES, swallows("c", 'c'), swallows("a", 'a')));

        assertThat(passes(faults, "abcd")).isFalse();
        assertThat(faults.swallowed()).isEqualTo("a");
    }

    @Test
    void howFarAnEndComesThatAPieceBecameIsNotThePieces() {
        StreamFault.Active closes =
                new StreamFault.Active("closes", (piece, next) -> next.pass(Piece.end(Piece.Kind.CLOSE, 0)));
        StreamFault.Active later = new StreamFault.Active("later", (piece, next) -> next.pass(piece.due(1)));
        StreamFaults faults = new StreamFaults(List.of(closes, later));

        assertThat(passes(faults, "abcd")).isFalse();
        assertThat(faults.swallowed()).isEqualTo("closes");
        assertThat(out).singleElement().returns(Piece.Kind.CLOSE, Piece::kind);
    }

    @Test
    void thoseThatMadeSomethingElseOfThePieceAreTold() {
        StreamFault.Active later = new StreamFault.Active(
                "later", (piece, next) -> next.pass(piece.bytes().get(0) == 'l' ? piece.due(1) : piece));
        StreamFaults faults = new StreamFaults(List.of(HALVES, swallows("x", 'x'), later));
        assertThat(touched(faults, "abcd")).isEqualTo("halves");
        assertThat(touched(faults, "ablm")).isEqualTo("halves,later");
        assertThat(touched(faults, "abxy")).isEqualTo("halves,x");
        assertThat(touched(new StreamFaults(List.of(later)), "abcd")).isEmpty();
    }

    private String touched(StreamFaults faults, String text) {
        assertThat(passes(faults, text)).isTrue();
        return faults.touched();
    }

    @Test
    void theOneThatClosesIsKnown() {
        StreamFault.Active closes = new StreamFault.Active("closes", (piece, next) -> {
            next.pass(piece);
            next.pass(Piece.end(Piece.Kind.CLOSE, 0));
        });
        StreamFault.Active later = new StreamFault.Active("later", (piece, next) -> next.pass(piece.due(1)));
        StreamFaults faults = new StreamFaults(List.of(closes, later));
        assertThat(faults.closing()).isEmpty();
        assertThat(touched(faults, "abcd")).isEqualTo("closes,later");
        assertThat(faults.closing()).isEqualTo("closes");
    }
}
