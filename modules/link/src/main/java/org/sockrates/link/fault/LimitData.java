package org.sockrates.link.fault;

import java.nio.ByteBuffer;
import org.sockrates.link.rule.Words;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.SizeText;

/** {@code limit_data 1000}: after so many bytes of one way the connection is closed; what comes behind is swallowed. */
public record LimitData(long bytes) implements Fault {
    private static final long MOST = 1L << 40;

    static LimitData parse(Words words) {
        String text = words.take("limit_data", "a size, such as 1000");
        return new LimitData(SizeText.parse(words.where() + ": limit_data", text, 0, MOST));
    }

    @Override
    public String word() {
        return "limit_data";
    }

    @Override
    public String text() {
        return "limit_data " + SizeText.print(bytes);
    }

    @Override
    public StreamFault seeded(SplitMix64 random) {
        return new StreamFault() {
            private long left = bytes;
            private boolean ended;

            @Override
            public void meet(Piece piece, Next next) {
                if (ended) {
                    return;
                }
                if (piece.bytes().remaining() < left || !piece.isData()) {
                    left -= piece.bytes().remaining();
                    next.pass(piece);
                    return;
                }
                if (left > 0) {
                    ByteBuffer head = piece.bytes().slice(piece.bytes().position(), (int) left);
                    next.pass(piece.part(head));
                }
                ended = true;
                next.pass(Piece.end(Piece.Kind.CLOSE, piece.dueNanos()));
            }
        };
    }
}
