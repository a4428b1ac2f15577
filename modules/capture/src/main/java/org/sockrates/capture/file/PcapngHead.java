package org.sockrates.capture.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The blocks a pcapng file begins with: the section, and one for each interface. */
final class PcapngHead {
    private static final byte NANOSECONDS = 9;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** The section says who wrote it, and nothing of the machine. */
    void section(String program) {
        ByteBuffer body = body();
        body.putInt(Pcapng.BYTE_ORDER).putShort((short) 1).putShort((short) 0).putLong(-1);
        option(body, Pcapng.SECTION_PROGRAM, program.getBytes(StandardCharsets.UTF_8));
        block(Pcapng.SECTION_HEADER, body);
    }

    void point(VantagePoint point, int snapBytes) {
        ByteBuffer body = body();
        body.putShort((short) LinkLayer.RAW).putShort((short) 0).putInt(snapBytes);
        option(body, Pcapng.INTERFACE_NAME, point.name().getBytes(StandardCharsets.UTF_8));
        option(body, Pcapng.INTERFACE_ABOUT, point.description().getBytes(StandardCharsets.UTF_8));
        option(body, Pcapng.INTERFACE_RESOLUTION, new byte[] {NANOSECONDS});
        block(Pcapng.INTERFACE_DESCRIPTION, body);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private static ByteBuffer body() {
        return ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void option(ByteBuffer body, int code, byte[] value) {
        if (value.length > 0) {
            body.putShort((short) code).putShort((short) value.length).put(value);
            body.position(Pcapng.padded(body.position()));
        }
    }

    private void block(int type, ByteBuffer body) {
        body.putInt(Pcapng.OPTION_END);
        int length = Pcapng.BLOCK_FRAME + body.position();
        ByteBuffer frame = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(type).putInt(length).put(body.flip()).putInt(length);
        out.writeBytes(frame.array());
    }
}
