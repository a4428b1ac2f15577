package org.sockrates.transport.serving;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.ThreadFactory;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.UsageException;

/** Where the threads of {@link ThreadedLoop} come from. */
public final class PeerThreads {
    /** Enough for a dialogue; there may be ten thousand of them. */
    private static final long STACK_BYTES = 256 * 1024;

    /** The Java that brought virtual threads. */
    private static final int VIRTUAL_JAVA = 21;

    private PeerThreads() {}

    /** A thread of the system for each peer. */
    public static ThreadFactory platform() {
        return work -> {
            Thread thread = new Thread(null, work, "peer", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Sees to it that a style's threads are to be had; for who makes a server.
     *
     * @throws UsageException when this Java has none
     */
    public static void require(ServerStyle style) {
        if (style == ServerStyle.VIRTUAL && Runtime.version().feature() < VIRTUAL_JAVA) {
            throw noVirtual();
        }
    }

    private static UsageException noVirtual() {
        return new UsageException(
                "style",
                "virtual",
                "threads: Java " + Runtime.version().feature() + " has no virtual threads, " + VIRTUAL_JAVA + " has");
    }

    /**
     * A virtual thread for each peer (JEP 444). They came with Java 21; this code is compiled for 17, so it asks by name.
     *
     * @throws UsageException when this Java has none
     */
    public static ThreadFactory virtual() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            ThreadFactory virtual = (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
            waitOnce(virtual);
            return virtual;
        } catch (ReflectiveOperationException absent) {
            throw noVirtual();
        }
    }

    /**
     * Java opens what it watches the sockets of virtual threads with at the first of their waits, and never again if it has
     * no descriptor left then: so one of them waits before there is a peer, a moment, for a datagram that nobody sends.
     */
    private static void waitOnce(ThreadFactory virtual) {
        Thread first = virtual.newThread(() -> {
            try (DatagramSocket nobody = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
                nobody.setSoTimeout(1);
                nobody.receive(new DatagramPacket(new byte[1], 1));
            } catch (IOException silence) {
                // as it should be
            }
        });
        first.start();
        try {
            first.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
