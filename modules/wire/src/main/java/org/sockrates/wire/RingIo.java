package org.sockrates.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Packets some at a time: all that wait are read in one call of the system, and what leaves at once is written in another.
 * Nobody waits for a batch to fill: the first packet is waited for by itself, and as many more are hoped for as the queue
 * seems to hold.
 */
final class RingIo implements PacketIo {
    /** More than this at once would leave the processor's cache. */
    private static final int MOST_BYTES = 256 << 10;

    /** Linux 6.4 and newer: a read of a device that shall not wait does not. */
    private static final Pattern OF_DEVICES = Pattern.compile("6\\.([4-9]|[1-9][0-9])\\D|[7-9]\\.|[1-9][0-9]");

    private static final int EAGAIN = 11; // asm-generic/errno-base.h

    private final Tun tun;
    private final IoUring ring;
    private final WirePacket[] packets;
    private final WirePacket[] received;
    private final WirePacket[] gathered;
    private final boolean[] taken;
    private int gatheredPackets;
    private int hoped;
    private @Nullable IOException failure;
    private boolean closed;

    private RingIo(Tun tun, IoUring ring, ByteBuffer memory, int most) {
        this.tun = tun;
        this.ring = ring;
        packets = new WirePacket[most];
        received = new WirePacket[most];
        gathered = new WirePacket[most];
        taken = new boolean[most];
        for (int i = 0; i < most; i++) {
            packets[i] = new WirePacket(memory.slice(i * LONGEST, LONGEST), i);
        }
    }

    /** Why packets come one by one on this machine, and what mends it; empty where they come some at a time. */
    static Optional<String> missing() {
        int noFileYet = -1;
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("Linux has it");
        }
        Optional<String> uncalled = LibC.missing();
        if (uncalled.isPresent()) {
            return uncalled;
        }
        Optional<IoUring> ring = IoUring.open(noFileYet, ByteBuffer.allocateDirect(LONGEST), 2);
        ring.ifPresent(IoUring::close);
        if (ring.isEmpty()) {
            return Optional.of("not to be had; sudo sysctl kernel.io_uring_disabled=0; in a container:"
                    + " --security-opt seccomp=unconfined; raise ulimit -l where it is 0");
        }
        return ofDevices(System.getProperty("os.version"))
                ? Optional.empty()
                : Optional.of("not for devices; Linux 6.4 or newer");
    }

    static boolean ofDevices(String linux) {
        return OF_DEVICES.matcher(linux).lookingAt();
    }

    /** Empty where the kernel has no ring for a device, or one packet at a time is asked for. */
    static Optional<PacketIo> over(Tun tun, int most) {
        if (most == 1) {
            return Optional.empty();
        }
        ByteBuffer memory = ByteBuffer.allocateDirect(most * LONGEST);
        return IoUring.open(tun.descriptor(), memory, most).flatMap(ring -> over(tun, ring, memory, most));
    }

    private static Optional<PacketIo> over(Tun tun, IoUring ring, ByteBuffer memory, int most) {
        boolean usable = false;
        try {
            RingIo io = new RingIo(tun, ring, memory, most);
            usable = io.neverWaits();
            return usable ? Optional.of(io) : Optional.empty();
        } finally {
            if (!usable) {
                ring.close();
            }
        }
    }

    /** Tried with a device that is down, of which there is nothing to read. */
    private boolean neverWaits() {
        ring.read(0, LONGEST);
        try {
            return ring.submit() == 1 && ring.outcome(0) == -EAGAIN;
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public int receive() throws IOException {
        int got = hoped == 0 ? 0 : receiveWaiting();
        if (got == 0) {
            got = receiveFirst();
            hoped = 1;
        } else if (got < hoped) {
            hoped = got + 1;
        } else {
            hoped = Math.max(1, Math.min(2 * hoped, mostLike(received[0])));
        }
        return got;
    }

    private int mostLike(WirePacket packet) {
        return Math.min(packets.length, MOST_BYTES / packet.buffer.limit());
    }

    private int receiveFirst() throws IOException {
        received[0] = packets[0];
        return tun.read(packets[0].buffer) ? 1 : 0;
    }

    private synchronized int receiveWaiting() throws IOException {
        ensureOpen();
        for (int i = 0; i < hoped; i++) {
            ring.read(i * LONGEST, LONGEST);
        }
        int results = ring.submit();
        int came = 0;
        for (int i = 0; i < results; i++) {
            int bytes = ring.outcome(i); // an error is told again by a read that waits
            if (bytes > 0) {
                WirePacket packet = packets[ring.request(i)];
                packet.buffer.limit(bytes);
                received[came++] = packet;
            }
        }
        return came;
    }

    @Override
    public WirePacket received(int which) {
        return received[which];
    }

    @Override
    public void write(WirePacket packet) throws IOException {
        tun.write(packet);
    }

    /** Those that were received together; any other leaves by itself, when none of these waits here. */
    @Override
    public boolean gathers(WirePacket packet) {
        if (packet.place == WirePacket.NOWHERE) {
            return false;
        }
        gathered[gatheredPackets++] = packet;
        return true;
    }

    @Override
    public synchronized void flush(Mirror mirror) {
        if (gatheredPackets == 0) {
            return;
        }
        Arrays.fill(taken, 0, gatheredPackets, false);
        try {
            handOver();
        } catch (IOException closedOrRefused) {
            failure = closedOrRefused; // whoever receives is told
        }
        for (int i = 0; i < gatheredPackets; i++) {
            if (!taken[i]) {
                mirror.unsent(gathered[i]);
            }
        }
        gatheredPackets = 0;
    }

    private void handOver() throws IOException {
        ensureOpen();
        for (int i = 0; i < gatheredPackets; i++) {
            WirePacket packet = gathered[i];
            packet.turn();
            ring.write(packet.place * LONGEST, packet.buffer.remaining());
        }
        try {
            int results = ring.submit();
            for (int i = 0; i < results; i++) {
                taken[ring.request(i)] = ring.outcome(i) > 0;
            }
        } finally {
            for (int i = 0; i < gatheredPackets; i++) {
                gathered[i].turn();
            }
        }
    }

    private void ensureOpen() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Not while a call runs: the next file that is opened may be given the device's descriptor. */
    @Override
    public void close() throws IOException {
        try (tun) {
            synchronized (this) {
                if (!closed) {
                    closed = true;
                    ring.close();
                }
            }
        }
    }
}
