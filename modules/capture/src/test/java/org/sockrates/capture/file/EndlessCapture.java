package org.sockrates.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;

/** A program that reads a pcap file without an end, of packets of as many bytes as its argument says, and prints the fault. */
final class EndlessCapture extends InputStream {
    private final byte[] head =
            new HandMade(ByteOrder.LITTLE_ENDIAN).pcapHead(0xa1b2c3d4, 101).file();
    private final byte[] packet;
    private long at;

    private EndlessCapture(int bytes) {
        packet = new HandMade(ByteOrder.LITTLE_ENDIAN)
                .pcapPacket(1, 1, new byte[bytes])
                .file();
    }

    public static void main(String[] arguments) throws IOException {
        Capture capture = Capture.read("endless.pcap", new EndlessCapture(Integer.parseInt(arguments[0])));
        System.out.println(capture.fault().orElse("no fault"));
    }

    @Override
    public int read() {
        long behindHead = at++ - head.length;
        byte value = behindHead < 0 ? head[(int) at - 1] : packet[(int) (behindHead % packet.length)];
        return value & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        for (int i = 0; i < length; i++) {
            into[offset + i] = (byte) read();
        }
        return length;
    }
}
