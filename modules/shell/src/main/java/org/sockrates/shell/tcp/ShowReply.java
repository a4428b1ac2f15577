package org.sockrates.shell.tcp;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;
import org.sockrates.wire.TcpInfo;

/** What the kernel knows, as a table of all connections, or as a page of one. */
final class ShowReply {
    private ShowReply() {}

    static Reply of(List<KernelConnection> connections) {
        if (connections.isEmpty()) {
            return Reply.of(List.of("no TCP connection is open; make one:  connect"), List.of());
        }
        Columns table = new Columns(KernelConnection.HEADINGS.toArray(String[]::new)).right(0, 3, 4, 5, 6, 7, 8, 9, 10);
        connections.forEach(each -> table.row(each.cells().toArray(String[]::new)));
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(Fold.hanging(
                "",
                "cwnd, ssthresh, flight, lost in segments of mss bytes; retrans now/in all; rtt, its variation and rto"
                        + " in ms."));
        return Reply.of(lines, connections.stream().map(KernelConnection::json).toList());
    }

    static Reply of(KernelConnection one) {
        if (one.info().isEmpty()) {
            List<String> lines = new ArrayList<>(Fold.line(one.title()));
            lines.addAll(Fold.hanging("  ", one.absence()));
            return Reply.of(lines, one.json());
        }
        TcpInfo info = one.info().get();
        Columns table = new Columns("", "", "");
        for (Figure figure : Figure.values()) {
            table.row("  " + figure.word(), figure.text(info), figure.brief());
        }
        List<String> lines = new ArrayList<>(Fold.line(one.title()));
        lines.addAll(table.lines());
        return Reply.of(lines, one.json());
    }
}
