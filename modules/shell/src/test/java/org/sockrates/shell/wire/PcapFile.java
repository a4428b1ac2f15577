package org.sockrates.shell.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as tcpdump writes it. */
final class PcapFile {
    private PcapFile() {}

    /** A millisecond apart. */
    static void write(Path path, int linkType, byte[]... frames) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(1 << 16);
        file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
        file.putInt(0).putInt(0).putInt(65_535).putInt(linkType);
        for (int i = 0; i < frames.length; i++) {
            file.putInt(1).putInt(i * 1000).putInt(frames[i].length).putInt(frames[i].length);
            file.put(frames[i]);
        }
        byte[] written = new byte[file.flip().remaining()];
        file.get(written);
        Files.write(path, written);
    }
}
