package org.sockrates.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.step.Ladders;
import org.sockrates.capture.traffic.CapturedTraffic;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.capture.traffic.ThrownAway;

/** A program that reads a pcap file without an end, of packets of as many bytes as its argument says, prints the fault and draws. */
final class EndlessCapture extends InputStream {
    private final byte[] head =
            new HandMade(ByteOrder.LITTLE_ENDIAN).pcapHead(0xa1b2c3d4, 101).file();
    private final byte[] packet;
    private long at;

    private EndlessCapture(int bytes) {
        byte[] datagram = Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).udp().array();
        packet = new HandMade(ByteOrder.LITTLE_ENDIAN)
                .pcapPacket(1, 1, Arrays.copyOf(datagram, datagram.length + bytes))
                .file();
    }

    public static void main(String[] arguments) throws IOException {
        Capture capture = Capture.read("endless.pcap", new EndlessCapture(Integer.parseInt(arguments[0])));
        System.out.println(capture.fault().orElse("no fault"));
        SeenTraffic seen = CapturedTraffic.of(capture, ThrownAway.of(capture), Patience.ENDLESS)
                .seen();
        List<Ladder> ladders = Ladders.all(seen, Patience.ENDLESS);
        ladders.forEach(ladder -> ladder.render(LadderStyle.USUAL));
        System.out.println(ladders.size() + " drawn");
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
