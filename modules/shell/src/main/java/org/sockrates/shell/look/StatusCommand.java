package org.sockrates.shell.look;

import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelSockets;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Crowd;
import org.sockrates.shell.session.KernelTable;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;

@Parameters(commandDescription = "shows every socket as ss does, and what may be called next")
@Manual(
        text = {
            "State, Recv-Q and Send-Q are the kernel's own, where it is Linux. Recv-Q: received, not",
            "yet read; an end of stream counts as 1; UDP counts kernel memory, not payload; of a",
            "listening socket, peers that wait for accept. Send-Q: sent, not yet acknowledged; a SYN or",
            "a FIN counts as 1; of UDP, memory of what has not left yet. CREATED, BOUND and CLOSED are the",
            "program's own words, where /proc/net has no row of it. Where two sockets share an address",
            "(SO_REUSEPORT; of UDP SO_REUSEADDR, too), nobody can tell whose row is whose: n/a.",
            "A dot marks the current socket, which a call means that names none.",
            "Behind one's own sockets stand those of the servers at work, as the kernel's table has them;",
            "a connection that still waits for its server to accept it is marked (waits). A state:  explain BOUND"
        },
        example = {"status", "status --json"},
        see = "ss(8), RFC 9293 §3.3.2 for the states")
final class StatusCommand implements Command {
    @Override
    public Reply run(Session session, Job job) {
        List<OpenSocket> sockets = session.sockets().all();
        List<Job> jobs = session.jobs().all();
        Optional<KernelSockets> kernel = KernelTable.of(sockets, jobs);
        List<KernelSocket> table = kernel.map(KernelSockets::sockets).orElse(List.of());
        List<StatusRow> rows = new ArrayList<>();
        sockets.forEach(socket ->
                rows.add(StatusRow.of(socket, kernel, session.sockets().current())));
        List<String> servers = new ArrayList<>();
        for (Job server : jobs) {
            rows.addAll(ServerRows.of(server, table));
            Crowd.at(server, table).ifPresent(now -> servers.add(server.line() + ": " + now));
        }
        return new StatusReply(rows, servers);
    }
}
