package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;

@Parameters(commandDescription = "joins a multicast group")
@Manual(
        text = {
            "Datagrams sent to the group's address and this socket's port are received from now on, if it is bound to",
            "any, or to the group itself: one bound to 127.0.0.1 hears only what is sent to 127.0.0.1.",
            "Without INTERFACE it is the loopback interface. Who sends to the group chooses it too, or the routes do:",
            "options speaker IP_MULTICAST_IF lo. A stream cannot join: it has two ends."
        },
        example = {"join 239.1.2.3", "join . 239.1.2.3 eth0"},
        see = "ip(7), RFC 1112",
        proves = Proof.OF_ITSELF)
final class JoinCommand implements Command {
    @Parameter(description = "[SOCKET] GROUP [INTERFACE]")
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("join", words, session);
        OpenSocket socket = operands.socket(1, 2);
        GroupOperands group = GroupOperands.read("join", socket, operands, session);
        return Calling.make(
                session, job, socket, Call.SETSOCKOPT, () -> socket.socket().join(group.group(), group.on()));
    }
}
