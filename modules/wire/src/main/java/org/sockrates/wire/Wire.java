package org.sockrates.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sockrates.link.LinkPair;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketHost;
import org.sockrates.link.PacketObserver;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.Traffic;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.UsageException;

/**
 * The kernel's own TCP and UDP through a link: whoever serves at {@link #here} is reached at {@link #there}, over a TUN
 * device whose other side is a mirror. One thread reads packets and decides about them, another lets arrive what was
 * delayed. It needs {@link Namespace#inside() a namespace of its own} and leaves nothing behind, also when the process is
 * killed. Not a simulation: the kernel's clocks run on whatever happens here, also during a pause. Every method may be
 * called by any thread.
 */
public final class Wire implements PacketHost {
    /** What it and its captures go by. */
    static final NanoClock CLOCK = SystemClock.INSTANCE;

    private final WireDevice device;
    private final Mirror mirror;
    private final LinkPair links;
    private final long startNanos;
    private final WireLoop loop;
    private boolean closed;

    private Wire(WireSettings settings, LinkSpec link, WireDevice device) {
        this.device = device;
        mirror = new Mirror(link, settings, CLOCK, device.io());
        links = mirror.links;
        startNanos = CLOCK.nanoTime();
        loop = new WireLoop(device, mirror);
    }

    /**
     * Makes a device and begins.
     *
     * @throws WireUnavailableException when this process is in no namespace of its own, or the machine has no such device
     */
    public static Wire open(WireSettings settings, LinkSpec link) throws IOException {
        return open(settings, link, 0);
    }

    /**
     * As {@link #open(WireSettings, LinkSpec)}, for observers of a kind that the JVM has to load, too.
     *
     * @param first one of them; it is told of packets that the wire sends itself, before it is anybody's
     */
    public static Wire open(WireSettings settings, LinkSpec link, WireObserver first) throws IOException {
        return open(settings, link, 0, List.of(first));
    }

    /** As {@link #open(WireSettings, LinkSpec)}, its device the next that is free from a number on. */
    static Wire open(WireSettings settings, LinkSpec link, int from) throws IOException {
        return open(settings, link, from, List.of());
    }

    private static Wire open(WireSettings settings, LinkSpec link, int from, List<WireObserver> first)
            throws IOException {
        Wire warm = new Wire(settings, link, WireDevice.open(settings, from));
        if (warm.begins(() -> warm.loop.startWarm(first))) {
            return warm;
        }
        warm.close(); // and with its device what is left of its first packets
        Wire cold = new Wire(settings, link, WireDevice.open(settings, from));
        cold.begins(() -> {
            cold.loop.start();
            return true;
        });
        return cold;
    }

    /** Answers what its loop's start does; where there is no thread for one, its device goes away again. */
    private boolean begins(BooleanSupplier start) throws IOException {
        try {
            return start.getAsBoolean();
        } catch (Throwable cannot) {
            close();
            throw cannot;
        }
    }

    /**
     * Where servers of this wire bind: 10.77.0.1, fd00:77::1.
     *
     * @throws UsageException when this machine has no such family
     */
    public InetAddress here(Family family) {
        return device.here(family);
    }

    /** Where clients reach them: 10.77.0.2, fd00:77::2. */
    public InetAddress there(Family family) {
        return device.there(family);
    }

    /**
     * Where clients reach the server bound at an address.
     *
     * @throws UsageException when this wire does not lead there
     */
    public InetSocketAddress towards(InetSocketAddress server) {
        Family family = Family.of(server.getAddress());
        boolean leads =
                server.getAddress().isAnyLocalAddress() || server.getAddress().equals(here(family));
        if (!leads) {
            throw new UsageException(
                    "wire: towards", CallText.host(server.getAddress()), "a server at " + CallText.host(here(family)));
        }
        return new InetSocketAddress(there(family), server.getPort());
    }

    /** Datagrams are told apart from now on by what they say of themselves, to who can read it. */
    public void read(DatagramReader reader) {
        synchronized (links) {
            mirror.read(reader);
        }
    }

    /** The number of its device, which is in its addresses. */
    int number() {
        return device.number();
    }

    /** The name of its device. */
    String device() {
        return device.name();
    }

    @Override
    public LinkPair links() {
        return links;
    }

    @Override
    public void step(int packets) {
        synchronized (links) {
            links.gate().step(packets);
        }
        loop.flow();
    }

    @Override
    public void resume() {
        synchronized (links) {
            links.gate().resume();
        }
        loop.flow();
    }

    /**
     * What has passed. Beside the rules of the link stand {@code no-room}, packets for which no memory was left,
     * {@code unsent}, packets the kernel did not take back, and {@code overrun}, packets the kernel threw away since they
     * were sent faster than the wire could take them.
     */
    @Override
    public LinkReport report() {
        long overruns = device.overruns();
        synchronized (links) {
            return mirror.report().overrunBy(overruns);
        }
    }

    /** What has passed on one way; what waits at the gate has not. */
    public LinkReport report(Way way) {
        synchronized (links) {
            return mirror.report(way);
        }
    }

    /** What the ends put on the wire so far. */
    Traffic traffic() {
        synchronized (links) {
            return mirror.traffic();
        }
    }

    @Override
    public List<PassedPacket> log() {
        synchronized (links) {
            return mirror.log().packets();
        }
    }

    @Override
    public void observe(PacketObserver observer) {
        synchronized (links) {
            mirror.log().observers().add(observer);
        }
    }

    @Override
    public void ignore(PacketObserver observer) {
        synchronized (links) {
            mirror.log().observers().remove(observer);
        }
    }

    /** Lets somebody be told of every packet at both of its ends, from now on. */
    public void observe(WireObserver observer) {
        synchronized (links) {
            mirror.observers().add(observer);
        }
    }

    /** Tells somebody no more; when this returns, no call of it runs any more. */
    public void ignore(WireObserver observer) {
        synchronized (links) {
            mirror.observers().remove(observer);
        }
    }

    @Override
    public boolean broken() {
        return loop.broken();
    }

    @Override
    public long startNanos() {
        return startNanos;
    }

    /** Ends the device; connections over it hear nothing any more. */
    @Override
    public void close() throws IOException {
        synchronized (links) {
            if (closed) {
                return;
            }
            closed = true;
        }
        loop.close();
    }
}
