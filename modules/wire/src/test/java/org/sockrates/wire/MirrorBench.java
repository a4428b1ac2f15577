package org.sockrates.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.link.Gate;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.Order;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.testkit.ManualClock;

/** A mirror without a kernel: a clock that stands still, a device that notes what is written, and what observers heard. */
final class MirrorBench implements WireObserver, Mirror.Exit {
    static final int CLIENT = 40_000;
    static final int SERVER = 80;

    final ManualClock clock = new ManualClock(1_000_000_000L);
    final Mirror mirror;
    final List<String> heard = new ArrayList<>();
    final List<Checksum.Verdict> written = new ArrayList<>();
    boolean refusing;
    boolean gathering;
    /** Told as arrived, since they were gathered, and then refused. */
    int refused;

    private final List<WirePacket> gathered = new ArrayList<>();
    private final WirePacket read = new WirePacket(ByteBuffer.allocateDirect(65_536), 0);

    MirrorBench(String link) {
        this(link, 64L << 20);
    }

    MirrorBench(String link, long mostHeldBytes) {
        WireSettings settings = WireSettings.USUAL.withMostHeldBytes(mostHeldBytes);
        mirror = new Mirror(LinkSpec.parse(link), settings, clock, this);
        mirror.observers().add(this);
    }

    @Override
    public void write(WirePacket packet) throws IOException {
        if (refusing) {
            throw new IOException("device is down");
        }
        packet.turn();
        written.add(Crafted.verify(packet.buffer));
        packet.turn();
    }

    @Override
    public boolean gathers(WirePacket packet) {
        return gathering && packet == read && gathered.add(packet);
    }

    @Override
    public void flush(Mirror asked) {
        for (WirePacket packet : gathered) {
            try {
                write(packet);
            } catch (IOException notTaken) {
                asked.unsent(packet);
                refused++;
            }
        }
        gathered.clear();
    }

    /** The kernel sends a packet. */
    void came(ByteBuffer packet) {
        read.buffer.clear();
        read.buffer.put(packet.duplicate()).flip();
        read.sighting.of(read.buffer);
        mirror.came(read);
        mirror.flush();
    }

    void connect() {
        came(Crafted.four().segment(CLIENT, SERVER, Crafted.SYN, 0, 0));
        came(Crafted.four().segment(SERVER, CLIENT, Crafted.SYN | Crafted.ACK, 0, 0));
        came(Crafted.four().segment(CLIENT, SERVER, Crafted.ACK, 1, 0));
    }

    /** So many datagrams from the client, so far apart. */
    void data(int datagrams, Duration apart) {
        for (int i = 0; i < datagrams; i++) {
            came(Crafted.four().datagram(CLIENT, SERVER, 10));
            pass(apart);
        }
    }

    Gate gate() {
        return mirror.links.gate();
    }

    void order(String order) {
        mirror.links.orders().add(Order.parse(order));
    }

    void pass(Duration time) {
        clock.advance(time);
        mirror.flow();
    }

    @Override
    public void sent(WirePacket packet) {
        heard.add((packet.copy() ? "copy " : "sent ") + name(packet) + " "
                + packet.verdict().word() + (packet.rule().isEmpty() ? "" : ": " + packet.rule()));
    }

    @Override
    public void arrived(WirePacket packet) {
        long millis = (packet.arrivedNanos() - packet.sentNanos()) / 1_000_000;
        heard.add("came " + name(packet) + (millis > 0 ? " after " + millis + " ms" : ""));
    }

    private static String name(WirePacket packet) {
        return (packet.way() == Way.UPSTREAM ? ">" : "<")
                + packet.sighting.kind().word()
                + packet.numberOfKind();
    }
}
