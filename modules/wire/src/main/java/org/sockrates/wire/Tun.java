package org.sockrates.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A TUN device of the kernel: what is routed to it is read here packet by packet, what is written here the kernel receives
 * from it. It is not persistent: it vanishes when it is closed, and when the process dies. See the kernel's
 * {@code Documentation/networking/tuntap.rst}.
 */
final class Tun implements Closeable {
    private static final String DEVICE = "/dev/net/tun";

    // linux/if_tun.h; the request is linux/if.h's struct ifreq, of which the name is the first
    private static final long TUNSETIFF = 0x400454caL;
    private static final int IFF_TUN = 0x0001;
    private static final int IFF_NO_PI = 0x1000;
    private static final int REQUEST_BYTES = 40;
    private static final int NAME_BYTES = 16;

    private static final int EBUSY = 16; // asm-generic/errno-base.h

    private final RandomAccessFile file;
    private final int descriptor;
    private final FileChannel reading;
    private final FileChannel writing;

    // Two channels over one descriptor: a channel lets nobody write while somebody waits in a read.
    private Tun(RandomAccessFile file, int descriptor) throws IOException {
        this.file = file;
        this.descriptor = descriptor;
        reading = new FileInputStream(file.getFD()).getChannel();
        writing = new FileOutputStream(file.getFD()).getChannel();
    }

    /**
     * Makes a device of this name in the namespace of this process; it is down and has no address. Empty when the name is
     * taken.
     */
    static synchronized Optional<Tun> open(String name) throws IOException {
        Set<Integer> before = tunDescriptors();
        RandomAccessFile file = device();
        try {
            Set<Integer> ours = tunDescriptors();
            ours.removeAll(before);
            int descriptor = ours.iterator().next();
            if (attach(descriptor, name)) {
                return Optional.of(new Tun(file, descriptor));
            }
            file.close();
            return Optional.empty();
        } catch (Throwable cannot) {
            file.close();
            throw cannot;
        }
    }

    private static RandomAccessFile device() throws IOException {
        try {
            return new RandomAccessFile(DEVICE, "rw");
        } catch (FileNotFoundException absentOrForbidden) {
            throw new WireUnavailableException(
                    WireAbility.look().missing().orElse(DEVICE + ": cannot be opened now; try again"));
        }
    }

    /** Answers false when the name is taken. */
    private static boolean attach(int descriptor, String name) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(REQUEST_BYTES).order(ByteOrder.nativeOrder());
        request.put(name.getBytes(StandardCharsets.US_ASCII));
        request.putShort(NAME_BYTES, (short) (IFF_TUN | IFF_NO_PI));
        try {
            LibC.calls().ioctl(descriptor, new NativeLong(TUNSETIFF), request.array());
            return true;
        } catch (LastErrorException refused) {
            if (refused.getErrorCode() == EBUSY) {
                return false;
            }
            throw new IOException(
                    "wire: TUNSETIFF " + name + ": " + LibC.calls().strerror(refused.getErrorCode())
                            + " (expected: a device); it needs a network namespace of its own",
                    refused);
        }
    }

    private static Set<Integer> tunDescriptors() throws IOException {
        Set<Integer> found = new HashSet<>();
        for (Map.Entry<Integer, String> each : Descriptors.open().entrySet()) {
            if (each.getValue().equals(DEVICE)) {
                found.add(each.getKey());
            }
        }
        return found;
    }

    /** What the system calls it, until it is closed. */
    int descriptor() {
        return descriptor;
    }

    /** Waits for a packet and puts it into a direct buffer, from 0 to its limit; false at the end. One thread at a time. */
    boolean read(ByteBuffer packet) throws IOException {
        int bytes = reading.read(packet.clear());
        packet.flip();
        return bytes > 0;
    }

    /** Hands a packet to the kernel, turned round. Beside a read that waits. */
    void write(WirePacket packet) throws IOException {
        packet.turn();
        try {
            writing.write(packet.buffer);
        } finally {
            packet.buffer.rewind();
            packet.turn();
        }
    }

    /**
     * Ends the device, and with an exception a read that waits. Not while another is made, which would be given this one's
     * descriptor and not be told from it.
     */
    @Override
    public void close() throws IOException {
        synchronized (Tun.class) {
            try (file) {
                reading.close();
                writing.close();
            }
        }
    }
}
