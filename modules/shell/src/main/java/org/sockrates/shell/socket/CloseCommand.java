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
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

@Parameters(commandDescription = "closes a socket, or * for all; its number is free again")
@Manual(
        text = {
            "What was sent is still delivered, unless something received was left unread: then",
            "TCP sends a reset. --reset throws the connection away at once."
        },
        example = {"close", "close alice", "close *", "close . --reset"},
        see = "close(2), RFC 9293 §3.10.5 for --reset",
        proves = Proof.OF_ITSELF)
final class CloseCommand implements Command {
    @Parameter(description = "[SOCKET]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--reset", description = "an abortive close: the peer is sent RST")
    private boolean reset;

    @Override
    public Reply run(Session session, Job job) throws IOException {
        if (words.size() == 1 && words.get(0).marked().equals("*")) {
            return closeAll(session, job);
        }
        Operands operands = new Operands("close", words, session);
        OpenSocket socket = operands.socket(0, 0);
        operands.end();
        return close(session, job, socket);
    }

    /** One after the other; who ends one does not want those behind it. */
    private Reply closeAll(Session session, Job job) throws IOException {
        List<Reply> replies = new ArrayList<>();
        List<OpenSocket> open = session.sockets().all();
        for (OpenSocket socket : open) {
            if (job.cancelled()) {
                replies.add(left(job, open.subList(replies.size(), open.size())));
                break;
            }
            replies.add(close(session, job, socket));
        }
        return all(replies);
    }

    private static Reply left(Job job, List<OpenSocket> open) {
        List<String> labels = open.stream().map(OpenSocket::label).toList();
        return Reply.of(
                Fold.hanging("  ", job.endedBy() + "; still open: " + String.join(", ", labels)),
                Json.object("still_open", open.stream().map(OpenSocket::number).toList()),
                ExitStatus.INTERRUPTED);
    }

    private static Reply all(List<Reply> replies) {
        return Reply.of(
                replies.stream().flatMap(reply -> reply.lines().stream()).toList(),
                replies.stream().map(Reply::json).toList(),
                replies.stream()
                        .mapToInt(Reply::status)
                        .filter(status -> status != ExitStatus.OK)
                        .findFirst()
                        .orElse(ExitStatus.OK));
    }

    private Reply close(Session session, Job job, OpenSocket socket) throws IOException {
        boolean waits = !reset && socket.socket().lingers();
        session.sockets().remove(socket);
        SocketEvent event = session.call(job, socket, Call.CLOSE, () -> {
            if (reset) {
                socket.socket().abort();
            } else {
                socket.socket().close();
            }
        });
        boolean ended = waits && job.cancelled() && !event.failed();
        return new CallReply(
                event, "", ended ? List.of(job.endedBy() + "; the system goes on sending without it") : List.of());
    }
}
