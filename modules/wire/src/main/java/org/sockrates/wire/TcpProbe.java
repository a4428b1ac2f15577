package org.sockrates.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sockrates.capture.KernelSockets;

/**
 * Asks the kernel about one TCP socket of this process, as often as one likes. It is on Linux only, and not only on a wire.
 * Not for two threads at once.
 */
public final class TcpProbe {
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_INFO = 11;

    private final int descriptor;
    private final String name;
    private final Memory info = new Memory(TcpInfo.BYTES);
    private final IntByReference length = new IntByReference();

    private TcpProbe(int descriptor, String name) {
        this.descriptor = descriptor;
        this.name = name;
    }

    /** For the socket with these two addresses; empty when this process has none, or this is not Linux. */
    public static Optional<TcpProbe> of(InetSocketAddress local, InetSocketAddress remote) {
        return KernelSockets.read(Set.of(local.getPort()))
                .flatMap(table -> table.find("tcp", local, remote))
                .flatMap(row -> of("socket:[" + row.inode() + "]"));
    }

    private static Optional<TcpProbe> of(String name) {
        try {
            return Descriptors.open().entrySet().stream()
                    .filter(each -> each.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .map(descriptor -> new TcpProbe(descriptor, name));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What the kernel knows now; empty once the socket is closed. */
    public Optional<TcpInfo> read() {
        if (!isOpen()) {
            return Optional.empty();
        }
        try {
            length.setValue(TcpInfo.BYTES);
            LibC.calls().getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, info, length);
            return Optional.of(TcpInfo.of(info));
        } catch (LastErrorException | WireUnavailableException closedMeanwhileOrNoCalls) {
            return Optional.empty();
        }
    }

    /** A descriptor may be another socket's by now. */
    private boolean isOpen() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString()
                    .equals(name);
        } catch (IOException closed) {
            return false;
        }
    }
}
