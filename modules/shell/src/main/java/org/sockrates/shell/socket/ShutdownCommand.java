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
import org.sockrates.transport.Direction;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "ends one direction, or both, and keeps the socket")
@Manual(
        text = {
            "out, in C SHUT_WR: nothing more will be sent; the peer reads an end of stream and may still",
            "answer. in, SHUT_RD: the peer is told nothing. On Linux recv goes on to hand out what came and what comes,",
            "and where it would wait it reads the end; Java's reads the end at once. Of UDP Java",
            "has neither; in C each ends one's own direction, and nobody is told."
        },
        example = {"shutdown out", "shutdown alice both"},
        see = "shutdown(2), RFC 9293 §3.6",
        proves = Proof.OF_ITSELF)
final class ShutdownCommand implements Command {
    @Parameter(description = "[SOCKET] in|out|both")
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("shutdown", words, session);
        OpenSocket socket = operands.socket(1, 1);
        Direction direction = direction(operands.next("in, out or both"));
        operands.end();
        return Calling.make(
                session, job, socket, Call.SHUTDOWN, () -> socket.socket().shutdown(direction));
    }

    private static Direction direction(Word word) {
        return switch (word.text()) {
            case "in", "SHUT_RD" -> Direction.IN;
            case "out", "SHUT_WR" -> Direction.OUT;
            case "both", "SHUT_RDWR" -> Direction.BOTH;
            default -> throw new UsageException("shutdown", word.text(), "in, out or both");
        };
    }
}
