package org.sockrates.shell.look;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;

/**
 * The table of sockets.
 *
 * @param servers what there is to say of those who have sockets of their own
 */
record StatusReply(List<StatusRow> rows, List<String> servers) implements Reply {
    @Override
    public List<String> lines() {
        List<String> lines =
                new ArrayList<>(rows.isEmpty() ? List.of("no socket is open; make one:  socket") : table());
        servers.forEach(server -> lines.addAll(Fold.hanging("", "  ", server)));
        return lines;
    }

    private List<String> table() {
        Columns table =
                new Columns("fd", "name", "kind", "State", "Recv-Q", "Send-Q", "Local", "Peer", "next").right(4, 5);
        for (StatusRow row : rows) {
            table.row(
                    (row.current() ? "." : " ") + row.socket(),
                    row.name(),
                    row.transport(),
                    row.state(),
                    queue(row.receiveQueue()),
                    queue(row.sendQueue()),
                    row.local(),
                    row.peer(),
                    row.waiting().isEmpty() ? String.join(" ", row.next()) : row.waiting());
        }
        return table.lines();
    }

    private static String queue(@Nullable Long bytes) {
        return bytes == null ? "n/a" : bytes.toString();
    }

    @Override
    public @Nullable Object json() {
        return rows.stream()
                .map(row -> Json.object(
                        "socket", row.socket(),
                        "name", row.name().isEmpty() ? null : row.name(),
                        "transport", row.transport(),
                        "state", row.state(),
                        "recv_q", row.receiveQueue(),
                        "send_q", row.sendQueue(),
                        "local", row.local().equals("-") ? null : row.local(),
                        "peer", row.peer().equals("-") ? null : row.peer(),
                        "next", row.next(),
                        "waiting", row.waiting().isEmpty() ? null : row.waiting(),
                        "current", row.current()))
                .toList();
    }
}
