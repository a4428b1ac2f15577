package org.sockrates.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelSockets;

/**
 * Asks the kernel about one TCP socket of this process, as often as one likes. It is on Linux only, and not only on a wire:
 * ask {@link #missing} first. Not for two threads at once.
 */
public final class TcpProbe {
    private static final int IPPROTO_TCP = 6; // linux/in.h
    private static final int TCP_INFO = 11; // linux/tcp.h

    private final int descriptor;
    private final String name;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final Memory info = new Memory(TcpInfo.BYTES);
    private final IntByReference length = new IntByReference();

    private TcpProbe(int descriptor, String name, InetSocketAddress local, InetSocketAddress remote) {
        this.descriptor = descriptor;
        this.name = name;
        this.local = local;
        this.remote = remote;
    }

    /** Why no socket can be asked about on this machine, and what to do; empty where all can. */
    public static Optional<String> missing() {
        if (!Descriptors.areTold()) {
            return Optional.of("TCP_INFO is Linux's (expected: /proc/self/fd)");
        }
        return LibC.missing();
    }

    /**
     * For the socket with these two addresses; empty when this process has none.
     *
     * @throws IOException when the kernel's tables cannot be read just now, for want of a descriptor
     */
    public static Optional<TcpProbe> of(InetSocketAddress local, InetSocketAddress remote) throws IOException {
        Map<String, Integer> descriptors = byName();
        return told(KernelSockets.read(KernelProtocol.TCP, Set.of(local.getPort())))
                .find(KernelProtocol.TCP, local, remote)
                .flatMap(row -> of(row, descriptors));
    }

    /**
     * For every connection of this process, in the kernel's order.
     *
     * @throws IOException when the kernel's tables cannot be read just now, for want of a descriptor
     */
    public static List<TcpProbe> all() throws IOException {
        Map<String, Integer> descriptors = byName();
        return told(KernelSockets.read()).sockets().stream()
                .filter(row -> row.protocol() == KernelProtocol.TCP)
                .flatMap(row -> of(row, descriptors).stream())
                .toList();
    }

    /** There is a table wherever descriptors are told of. */
    private static KernelSockets told(Optional<KernelSockets> table) throws IOException {
        return table.orElseThrow(() -> new IOException("/proc/net/tcp cannot be read"));
    }

    private static Optional<TcpProbe> of(KernelSocket row, Map<String, Integer> descriptors) {
        String name = "socket:[" + row.inode() + "]";
        InetSocketAddress remote = row.remote();
        Integer descriptor = descriptors.get(name);
        return remote == null || descriptor == null
                ? Optional.empty()
                : Optional.of(new TcpProbe(descriptor, name, row.local(), remote));
    }

    private static Map<String, Integer> byName() throws IOException {
        Map<String, Integer> byName = new HashMap<>();
        Descriptors.open().forEach((descriptor, name) -> byName.put(name, descriptor));
        return byName;
    }

    /** Whether it is about the socket with these two addresses. */
    public boolean isOf(@Nullable InetSocketAddress ownAddress, @Nullable InetSocketAddress peer) {
        return local.equals(ownAddress) && remote.equals(peer);
    }

    public InetSocketAddress local() {
        return local;
    }

    public InetSocketAddress remote() {
        return remote;
    }

    /** What the kernel knows now; empty once the socket is closed. */
    public Optional<TcpInfo> read() {
        if (!Descriptors.of(descriptor).equals(Optional.of(name))) {
            return Optional.empty(); // it may be another socket's by now
        }
        try {
            length.setValue(TcpInfo.BYTES);
            LibC.calls().getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, info, length);
            return Optional.of(TcpInfo.of(info));
        } catch (LastErrorException | WireUnavailableException closedMeanwhileOrNoCalls) {
            return Optional.empty();
        }
    }
}
