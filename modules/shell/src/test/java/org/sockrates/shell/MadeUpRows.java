package org.sockrates.shell;

import java.net.InetSocketAddress;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.ServedAddress;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.Transport;

/** A server, and rows as the kernel's table may have them at its port, 80. */
public final class MadeUpRows {
    /** Of a socket in a program's hands. */
    public static final long HELD = 4711;

    private static final int PORT = 80;

    private MadeUpRows() {}

    /** A job that serves at an address. */
    public static Job server(Transport transport, String host, Voice voice) {
        Job job = new Job("server", Origin.PROMPT, voice, false);
        job.serve(new ServedAddress(transport.name(), transport.traits(), new InetSocketAddress(host, PORT), 50));
        return job;
    }

    /** A socket without a peer. */
    public static KernelSocket door(KernelProtocol protocol, KernelState state, String host, long waiting) {
        return door(protocol, state, new InetSocketAddress(host, PORT), waiting);
    }

    /** A socket without a peer. */
    public static KernelSocket door(KernelProtocol protocol, KernelState state, InetSocketAddress local, long waiting) {
        return row(protocol, state, waiting, local, null, HELD);
    }

    /**
     * A connection.
     *
     * @param inode 0 where no program has it
     */
    public static KernelSocket connection(KernelState state, String host, int peer, long inode) {
        return row(
                KernelProtocol.TCP,
                state,
                0,
                new InetSocketAddress(host, PORT),
                new InetSocketAddress(host, peer),
                inode);
    }

    /** A socket of UDP's that hears one peer alone. */
    public static KernelSocket deaf(String host, int peer) {
        InetSocketAddress local = new InetSocketAddress(host, PORT);
        return row(KernelProtocol.UDP, KernelState.ESTAB, 0, local, new InetSocketAddress(host, peer), HELD);
    }

    private static KernelSocket row(
            KernelProtocol protocol,
            KernelState state,
            long waiting,
            InetSocketAddress local,
            @Nullable InetSocketAddress peer,
            long inode) {
        return new KernelSocket(
                protocol, state, waiting, OptionalLong.empty(), local, peer, 0, inode, OptionalLong.empty());
    }
}
