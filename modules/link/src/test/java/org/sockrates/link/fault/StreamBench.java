package org.sockrates.link.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.SplitMix64;

/** A fault with time that stands still, and a notebook of the pieces that came through: {@code abc@1500} milliseconds. */
final class StreamBench {
    private final StreamFault fault;
    private final List<String> pieces = new ArrayList<>();

    StreamBench(String fault) {
        this.fault = FaultSpec.parse(fault, FaultSpec.USUAL_SEED)
                .faults(Way.UPSTREAM)
                .get(0)
                .seeded(new SplitMix64(1));
    }

    StreamFault fault() {
        return fault;
    }

    void data(long atMillis, String text) {
        fault.meet(Piece.data(nanos(atMillis), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))), this::note);
    }

    void end(long atMillis, Piece.Kind kind) {
        fault.meet(Piece.end(kind, nanos(atMillis)), this::note);
    }

    private void note(Piece piece) {
        String what = piece.isData()
                ? StandardCharsets.UTF_8.decode(piece.bytes().duplicate()).toString()
                : piece.kind().toString();
        pieces.add(what + "@" + piece.dueNanos() / 1_000_000);
    }

    List<String> pieces() {
        return pieces;
    }

    private static long nanos(long millis) {
        return millis * 1_000_000;
    }
}
