package org.sockrates.transport.framing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Short words for the tests of this package. */
final class Bytes {
    private Bytes() {}

    static ByteBuffer of(String latin) {
        return ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String text(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return new String(copy, StandardCharsets.ISO_8859_1);
    }

    /** What a sender puts on the stream for these messages. */
    static byte[] stream(Framing framing, String... messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String message : messages) {
            ByteBuffer head = ByteBuffer.allocate(framing.headBytes());
            ByteBuffer tail = ByteBuffer.allocate(framing.tailBytes());
            framing.mark(of(message), head, tail);
            out.writeBytes(head.array());
            out.writeBytes(message.getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(tail.array());
        }
        return out.toByteArray();
    }

    /** Gives a reader the bytes, and takes every message that is whole. */
    static List<String> read(FrameReader reader, byte[] stream, int from, int to) throws FrameException {
        List<String> messages = new ArrayList<>();
        for (int at = from; at < to; ) {
            ByteBuffer room = reader.room();
            int piece = Math.min(room.remaining(), to - at);
            room.put(stream, at, piece);
            at += piece;
            ByteBuffer into = ByteBuffer.allocate(1 << 17);
            while (reader.next(into) != FrameReader.NOT_YET) {
                messages.add(text(into.flip()));
                into.clear();
            }
        }
        return messages;
    }
}
