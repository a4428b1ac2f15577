package org.sockrates.capture.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Capture files put together block by block, in either byte order, right or wrong. */
final class HandMade {
    private final ByteOrder order;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    HandMade(ByteOrder order) {
        this.order = order;
    }

    /** A pcapng block with both lengths right. */
    HandMade block(int type, ByteBuffer body) {
        int length = 12 + Pcapng.padded(body.position());
        return block(type, length, body, length);
    }

    HandMade block(int type, int length, ByteBuffer body, int again) {
        ByteBuffer block = bytes(12 + Pcapng.padded(body.position()));
        block.putInt(type).putInt(length).put(body.flip());
        return raw(block.putInt(block.capacity() - 4, again).position(block.capacity()));
    }

    HandMade section() {
        return block(Pcapng.SECTION_HEADER, section(1));
    }

    ByteBuffer section(int major) {
        return bytes(16)
                .putInt(Pcapng.BYTE_ORDER)
                .putShort((short) major)
                .putShort((short) 0)
                .putLong(-1);
    }

    HandMade face(int linkType, ByteBuffer... options) {
        return face(linkType, 0, options);
    }

    HandMade face(int linkType, int snapBytes, ByteBuffer... options) {
        ByteBuffer body =
                bytes(500).putShort((short) linkType).putShort((short) 0).putInt(snapBytes);
        for (ByteBuffer option : options) {
            body.put(option.flip());
        }
        return block(Pcapng.INTERFACE_DESCRIPTION, body);
    }

    ByteBuffer option(int code, byte... value) {
        ByteBuffer option = bytes(4 + Pcapng.padded(value.length));
        option.putShort((short) code).putShort((short) value.length).put(value);
        return option.position(option.capacity());
    }

    ByteBuffer option(int code, String value) {
        return option(code, value.getBytes(StandardCharsets.UTF_8));
    }

    HandMade packet(int face, long time, byte[] frame, ByteBuffer... options) {
        return packet(Pcapng.ENHANCED_PACKET, bytes(4).putInt(face), time, frame, options);
    }

    HandMade obsolete(int face, long time, byte[] frame) {
        ByteBuffer number = bytes(4).putShort((short) face).putShort((short) 77);
        return packet(Pcapng.OBSOLETE_PACKET, number, time, frame);
    }

    private HandMade packet(int type, ByteBuffer face, long time, byte[] frame, ByteBuffer... options) {
        ByteBuffer body = bytes(frame.length + 500).put(face.flip());
        body.putInt((int) (time >>> 32)).putInt((int) time).putInt(frame.length).putInt(frame.length);
        body.put(frame).position(20 + Pcapng.padded(frame.length));
        for (ByteBuffer option : options) {
            body.put(option.flip());
        }
        return block(type, body);
    }

    HandMade simple(int originalBytes, byte[] frame) {
        return block(
                Pcapng.SIMPLE_PACKET,
                bytes(4 + frame.length).putInt(originalBytes).put(frame));
    }

    HandMade pcapHead(int magic, int linkType) {
        ByteBuffer head = bytes(24).putInt(magic).putShort((short) 2).putShort((short) 4);
        return raw(head.putLong(0).putInt(65_535).putInt(linkType));
    }

    HandMade pcapPacket(int seconds, int units, byte[] frame) {
        ByteBuffer packet = bytes(16 + frame.length).putInt(seconds).putInt(units);
        return raw(packet.putInt(frame.length).putInt(frame.length).put(frame));
    }

    HandMade raw(ByteBuffer bytes) {
        bytes.flip();
        while (bytes.hasRemaining()) {
            out.write(bytes.get());
        }
        return this;
    }

    ByteBuffer bytes(int capacity) {
        return ByteBuffer.allocate(capacity).order(order);
    }

    byte[] file() {
        return out.toByteArray();
    }
}
