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
import org.sockrates.transport.SocketEvent;

@Parameters(commandDescription = "takes the connection that has waited longest, as a new socket")
@Manual(
        text = {
            "The listening socket stays as it is and listens on; the new socket is the end of",
            "one conversation. Waits for a peer. UDP has no accept: it has no connections."
        },
        example = {"accept", "accept door --as bob", "accept door &"},
        see = "accept(2)",
        proves = Proof.OF_OTHERS)
final class AcceptCommand implements Command {
    @Parameter(description = "[SOCKET]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--as", placeholder = "NAME", description = "a name for it")
    private String name = "";

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("accept", words, session);
        OpenSocket door = operands.socket(0, 0);
        operands.end();
        String given = name.isEmpty() ? "" : session.sockets().promise("accept: --as", name);
        try {
            SocketEvent event = session.call(
                    job,
                    door,
                    Call.ACCEPT,
                    () -> session.sockets().add(door.socket().accept(), given, !job.detached()));
            return event.failed() ? Calling.reply(session, job, door, event) : new CallReply(event, given, List.of());
        } finally {
            session.sockets().letGo(given);
        }
    }
}
