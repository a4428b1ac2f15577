package org.sockrates.shell.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final int MOST_OF_A_SERVER = 10;

    @Override
    public List<String> lines() {
        List<String> lines =
                new ArrayList<>(rows.isEmpty() ? List.of("no socket is open; make one:  socket") : table());
        servers.forEach(server -> lines.addAll(Fold.line(server)));
        return lines;
    }

    private List<String> table() {
        Columns table =
                new Columns("fd", "name", "kind", "State", "Recv-Q", "Send-Q", "Local", "Peer", "next").right(4, 5);
        Map<Integer, Integer> ofServer = new TreeMap<>();
        for (StatusRow row : rows) {
            if (!row.isServers() || ofServer.merge(row.job(), 1, Integer::sum) <= MOST_OF_A_SERVER) {
                row(table, row);
            }
        }
        List<String> lines = new ArrayList<>(table.lines());
        ofServer.forEach((server, sockets) -> {
            if (sockets > MOST_OF_A_SERVER) {
                lines.add("[" + server + "] … " + (sockets - MOST_OF_A_SERVER) + " more:  status --json");
            }
        });
        return lines;
    }

    private static void row(Columns table, StatusRow row) {
        table.row(
                row.isServers() ? "[" + row.job() + "]" : (row.current() ? "." : " ") + row.socket(),
                row.name(),
                row.transport(),
                row.state(),
                queue(row.receiveQueue()),
                queue(row.sendQueue()),
                address(row.local()),
                address(row.peer()),
                row.waiting().isEmpty() ? String.join(" ", row.next()) : row.waiting());
    }

    private static String queue(@Nullable Long bytes) {
        return bytes == null ? "n/a" : bytes.toString();
    }

    private static String address(@Nullable String address) {
        return address == null ? "-" : address;
    }

    @Override
    public @Nullable Object json() {
        return rows.stream()
                .map(row -> Json.object(
                        "socket", row.isServers() ? null : row.socket(),
                        "job", row.isServers() ? row.job() : null,
                        "name", Json.orNull(row.name()),
                        "transport", row.transport(),
                        "state", row.state(),
                        "recv_q", row.receiveQueue(),
                        "send_q", row.sendQueue(),
                        "local", row.local(),
                        "peer", row.peer(),
                        "next", row.next(),
                        "waiting", Json.orNull(row.waiting()),
                        "current", row.current()))
                .toList();
    }
}
