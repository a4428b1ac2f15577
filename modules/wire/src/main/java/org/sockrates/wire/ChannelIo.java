package org.sockrates.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Packets one by one, through Java's own channels. */
final class ChannelIo implements PacketIo {
    private final Tun tun;
    private final WirePacket packet = new WirePacket(ByteBuffer.allocateDirect(LONGEST));

    ChannelIo(Tun tun) {
        this.tun = tun;
    }

    @Override
    public int receive() throws IOException {
        return tun.read(packet.buffer) ? 1 : 0;
    }

    @Override
    public WirePacket received(int which) {
        return packet;
    }

    @Override
    public void write(WirePacket leaving) throws IOException {
        tun.write(leaving);
    }

    @Override
    public void close() throws IOException {
        tun.close();
    }
}
