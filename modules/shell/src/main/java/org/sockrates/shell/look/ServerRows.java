package org.sockrates.shell.look;

import java.util.Comparator;
import java.util.List;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.ServedAddress;
import org.sockrates.transport.CallText;

/** The sockets of a server at work as the kernel's table has them: also of peers the server knows nothing of yet. */
final class ServerRows {
    private static final String NOBODYS = "(waits)";

    private ServerRows() {}

    /** First who serves, last what the kernel alone still keeps; none where the kernel makes no connections, or tells nothing. */
    static List<StatusRow> of(Job server, List<KernelSocket> kernel) {
        return server.serving()
                .filter(at -> !at.traits().builtOnDatagrams())
                .map(at -> kernel.stream()
                        .filter(row -> at.isAt(row.protocol(), row.local()))
                        .sorted(Comparator.comparing(ServerRows::rank))
                        .map(row -> row(server, at, row))
                        .toList())
                .orElse(List.of());
    }

    private static int rank(KernelSocket row) {
        return row.serves() ? 0 : row.state() == KernelState.TIME_WAIT ? 2 : 1;
    }

    private static StatusRow row(Job server, ServedAddress at, KernelSocket row) {
        return new StatusRow(
                0,
                server.number(),
                "server",
                at.transport(),
                row.state().word(),
                row.receiveQueue(),
                StatusRow.sendQueue(row, at.backlog()),
                CallText.address(row.local()),
                row.remote() == null ? null : CallText.address(row.remote()),
                List.of(),
                isNobodys(row) ? NOBODYS : "",
                false);
    }

    /** Established, and in no program's hands: a socket comes into the world with accept. */
    private static boolean isNobodys(KernelSocket row) {
        return row.inode() == 0 && (row.state() == KernelState.ESTAB || row.state() == KernelState.CLOSE_WAIT);
    }
}
