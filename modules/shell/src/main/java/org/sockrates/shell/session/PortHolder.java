package org.sockrates.shell.session;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.machine.AddressMatch;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.machine.PortOwner;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Phase;

/**
 * Who has a port that was wanted: a socket of the session, a program, or a connection that is closed and not over. One of
 * TCP's that is bound and no more shows in no table.
 */
public final class PortHolder {
    private static final Set<KernelState> CLOSED = EnumSet.of(
            KernelState.FIN_WAIT_1,
            KernelState.FIN_WAIT_2,
            KernelState.CLOSING,
            KernelState.LAST_ACK,
            KernelState.TIME_WAIT);

    /** Where the kernel was asked for any port, and had none. */
    public static final String NONE_FREE = "no port of this machine is free (net.ipv4.ip_local_port_range)";

    private final Session session;
    private final KernelRows kernel;

    public PortHolder(Session session, KernelRows kernel) {
        this.session = session;
        this.kernel = kernel;
    }

    /**
     * Who wanted a port.
     *
     * @param address that could not be had
     * @param reuses whether with SO_REUSEADDR
     */
    public record Wish(KernelProtocol protocol, InetSocketAddress address, boolean reuses) {}

    /**
     * Who has it, and what to do.
     *
     * @param asker the socket that wanted it, if it is one of the session's
     */
    public String line(Wish wish, Optional<OpenSocket> asker) {
        return wish.address().getPort() == 0 ? NONE_FREE : holder(wish, asker);
    }

    private String holder(Wish wish, Optional<OpenSocket> asker) {
        return own(wish, asker)
                .map(own -> own.label() + " of this session has it: try another port, or  close " + own.word())
                .orElseGet(() -> byTheKernel(wish));
    }

    /** A socket of the session that has it, rather one without a peer. */
    Optional<OpenSocket> own(Wish wish, Optional<OpenSocket> asker) {
        return session.sockets().all().stream()
                .filter(own -> own.protocol() == wish.protocol()
                        && asker.filter(own::equals).isEmpty())
                .filter(own -> own.isInTheWay(wish.address()) && !shares(own, wish) && !gaveBack(own, wish))
                .min(Comparator.comparing(own -> own.remote() != null));
    }

    /** A connection that is over gives a port back that bind did not choose; Java knows its address on. */
    private boolean gaveBack(OpenSocket own, Wish wish) {
        return own.isKernels()
                && own.remote() != null
                && !own.past().bound()
                && ThisMachine.withoutKernelTable().isEmpty()
                && kernel.at(wish.address().getPort()).stream().noneMatch(own::fits);
    }

    /** Who does not listen, as both say that they may. */
    private static boolean shares(OpenSocket own, Wish wish) {
        return wish.reuses()
                && own.phase() != Phase.LISTENING
                && "on".equals(own.options().get("SO_REUSEADDR"));
    }

    private boolean isShared(KernelSocket row, Wish wish) {
        return session.sockets().all().stream().anyMatch(own -> own.fits(row) && shares(own, wish));
    }

    private String byTheKernel(Wish wish) {
        Optional<KernelSocket> first = row(wish);
        return first.filter(PortHolder::isClosed)
                .map(row -> left(row, wish))
                .orElseGet(() -> first.map(row -> held(row, wish)).orElse("somebody has it")
                        + "; try another port, or 0 for any");
    }

    /** Rather one that serves, then one that somebody holds, then one that is only waiting to be forgotten. */
    Optional<KernelSocket> row(Wish wish) {
        return kernel.inTheWay(wish.protocol(), wish.address())
                .filter(row -> !isShared(row, wish))
                .min(Comparator.comparing(row -> rank(row, wish)));
    }

    private static int rank(KernelSocket row, Wish wish) {
        if (AddressMatch.inTheWay(row.local(), wish.address()) == AddressMatch.PERHAPS) {
            return 2;
        }
        if (row.inode() != 0) {
            return row.serves() ? 0 : 1;
        }
        return !isClosed(row) ? 3 : row.state() == KernelState.TIME_WAIT ? 5 : 4;
    }

    /** Whether no process holds it any more: its program closed it, and the protocol is not done. */
    private static boolean isClosed(KernelSocket row) {
        return row.inode() == 0 && CLOSED.contains(row.state());
    }

    private static String held(KernelSocket row, Wish wish) {
        String owner = PortOwner.of(row).orElse("somebody");
        boolean sure =
                AddressMatch.inTheWay(row.local(), wish.address()) == AddressMatch.SURELY || PortOwner.isOwn(row);
        return owner + " has it"
                + (sure ? "" : ", if its " + CallText.address(row.local()) + " takes IPv4, too (IPV6_V6ONLY)");
    }

    private String left(KernelSocket row, Wish wish) {
        String waits = switch (row.state()) {
            case TIME_WAIT -> "";
            case FIN_WAIT_2 -> ": the other end" + otherEnd(row) + " has not closed";
            default -> ": the other end" + otherEnd(row) + " has not acknowledged all that was sent";
        };
        return "this port is in " + row.state().word() + waits
                + (wish.reuses()
                        ? "; who had it had not set SO_REUSEADDR, or somebody is bound there whom no table shows"
                        : "; it may be bound if both servers set SO_REUSEADDR");
    }

    /** {@code , alice (4),} where it is a socket of this session. */
    private String otherEnd(KernelSocket row) {
        InetSocketAddress remote = row.remote();
        return Stream.ofNullable(remote)
                .map(session.place()::behind)
                .flatMap(there -> session.sockets().all().stream()
                        .filter(other -> other.protocol() == row.protocol() && there.equals(other.local())))
                .findFirst()
                .map(other -> ", " + other.label() + ",")
                .orElse("");
    }
}
