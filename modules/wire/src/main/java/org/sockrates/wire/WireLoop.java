package org.sockrates.wire;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.link.LinkSpec;

/** The two threads of a wire: one reads packets and decides about them, the other lets arrive what was delayed. */
final class WireLoop {
    private static final long CLOSE_LIMIT_MILLIS = 5_000;

    private final WireDevice device;
    private final Thread reader;
    private final Thread deliverer;
    private volatile Mirror mirror;
    private volatile long nextDueNanos = Mirror.NEVER;
    private volatile boolean closing;
    private volatile boolean broken;

    WireLoop(WireDevice device, Mirror mirror) {
        this.device = device;
        this.mirror = mirror;
        reader = new Thread(() -> untilClosed(this::read), "sockrates-" + device.name() + "-reader");
        deliverer = new Thread(() -> untilClosed(this::deliver), "sockrates-" + device.name() + "-deliverer");
        reader.setDaemon(true);
        deliverer.setDaemon(true);
    }

    /** Begins. */
    void start() {
        reader.start();
        deliverer.start();
    }

    /**
     * Begins with the {@link WarmUp first packets}, which meet another mirror, that counts for nobody.
     *
     * @param first who is told of them
     * @return whether they are over; else some may be on their way yet, and the wire is good for nobody
     */
    boolean startWarm(List<WireObserver> first) {
        Mirror counted = mirror;
        mirror = new Mirror(LinkSpec.NONE, WireSettings.USUAL, Wire.CLOCK, device.io());
        first.forEach(mirror.observers()::add);
        start();
        boolean over = WarmUp.send(device);
        mirror = counted;
        return over;
    }

    /** What ends before it is told to has taken the wire with it. */
    private void untilClosed(Runnable work) {
        try {
            work.run();
        } finally {
            if (!closing) {
                broken = true;
            }
        }
    }

    /** Whether one of the threads has ended by itself. */
    boolean broken() {
        return broken;
    }

    private void read() {
        PacketIo io = device.io();
        try {
            while (!closing && !broken) {
                int packets = io.receive();
                for (int i = 0; i < packets; i++) {
                    WirePacket packet = io.received(i);
                    packet.sighting.of(packet.buffer);
                }
                came(io, packets);
            }
        } catch (IOException gone) {
            // the end: closed, or the device is no more
        }
    }

    private void came(PacketIo io, int packets) {
        boolean sooner;
        Mirror now = mirror;
        synchronized (now.links) {
            long before = now.nextDueNanos();
            for (int i = 0; i < packets; i++) {
                now.came(io.received(i));
            }
            now.flush();
            nextDueNanos = now.nextDueNanos();
            sooner = nextDueNanos != Mirror.NEVER && (before == Mirror.NEVER || nextDueNanos - before < 0);
        }
        if (sooner) {
            LockSupport.unpark(deliverer);
        }
    }

    private void deliver() {
        TimerSlack.none();
        while (!closing && !broken) {
            long due = nextDueNanos;
            long left = due == Mirror.NEVER ? Mirror.NEVER : due - Wire.CLOCK.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(this, left);
            } else {
                flow();
            }
        }
    }

    /** Lets go on what may go on now. */
    void flow() {
        Mirror now = mirror;
        synchronized (now.links) {
            now.flow();
            nextDueNanos = now.nextDueNanos();
        }
        LockSupport.unpark(deliverer);
    }

    /** Ends the device and with it the threads, within a limit. */
    void close() throws IOException {
        closing = true;
        device.close();
        LockSupport.unpark(deliverer);
        try {
            reader.join(CLOSE_LIMIT_MILLIS);
            deliverer.join(CLOSE_LIMIT_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        if (reader.isAlive() || deliverer.isAlive()) {
            throw new IOException("wire: its threads did not end within 5 s (expected: at once)");
        }
    }
}
