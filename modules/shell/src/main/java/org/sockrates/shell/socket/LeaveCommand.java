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

@Parameters(commandDescription = "leaves a multicast group")
@Manual(
        example = {"leave 239.1.2.3"},
        see = "ip(7)",
        proves = Proof.OF_ITSELF)
final class LeaveCommand implements Command {
    @Parameter(description = "[SOCKET] GROUP [INTERFACE]")
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("leave", words, session);
        OpenSocket socket = operands.socket(1, 2);
        GroupOperands group = GroupOperands.read("leave", socket, operands, session);
        return Calling.make(
                session, job, socket, Call.SETSOCKOPT, () -> socket.socket().leave(group.group(), group.on()));
    }
}
