package org.sockrates.shell.session;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.capture.KernelSocket;
import org.sockrates.capture.KernelState;

/** Who has a port that was wanted, by the kernel's table: a program, or a connection that is closed and not over. */
public final class PortHolder {
    private static final Set<KernelState> CLOSED = EnumSet.of(
            KernelState.FIN_WAIT_1,
            KernelState.FIN_WAIT_2,
            KernelState.CLOSING,
            KernelState.LAST_ACK,
            KernelState.TIME_WAIT);

    private final KernelSocket row;

    private PortHolder(KernelSocket row) {
        this.row = row;
    }

    /** Rather one that serves, then one that somebody holds, then one that is only waiting to be forgotten. */
    public static Optional<PortHolder> of(KernelRows kernel, KernelProtocol protocol, InetSocketAddress wanted) {
        return kernel.inTheWay(protocol, wanted)
                .min(Comparator.comparing((KernelSocket row) -> !row.serves())
                        .thenComparing(PortHolder::isClosed)
                        .thenComparing(row -> row.state() == KernelState.TIME_WAIT))
                .map(PortHolder::new);
    }

    /** The socket itself. */
    public KernelSocket row() {
        return row;
    }

    /** Whether no process holds it any more: its program closed it, and the protocol is not done. */
    private static boolean isClosed(KernelSocket row) {
        return row.inode() == 0 && CLOSED.contains(row.state());
    }

    /**
     * That it is closed, and what it waits for; empty where it is not.
     *
     * @param other the other end's name, {@code , alice (4),}, or nothing
     */
    public Optional<String> left(String other) {
        if (!isClosed(row)) {
            return Optional.empty();
        }
        String waits = switch (row.state()) {
            case TIME_WAIT -> "";
            case FIN_WAIT_2 -> ": the other end" + other + " has not closed";
            default -> ": the other end" + other + " has not acknowledged all that was sent";
        };
        return Optional.of(
                "this port is in " + row.state().word() + waits + "; it may be bound if both servers set SO_REUSEADDR");
    }

    /** {@code python3 (process 1234)}, as far as that may be seen. */
    public Optional<String> owner() {
        return PortOwner.of(row);
    }
}
