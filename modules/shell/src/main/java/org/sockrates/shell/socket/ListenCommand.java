package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.KnownNumber;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "lets peers connect")
@Manual(
        text = {
            "About BACKLOG peers (5 unless given) may connect before accept is called; further",
            "ones are kept waiting. UDP has no listen: a bound socket receives at once. In a lab, only a socket",
            "bound to localhost may listen."
        },
        example = {"listen", "listen door 1"},
        see = "listen(2), RFC 9293 §3.10.1",
        proves = Proof.OF_ITSELF)
final class ListenCommand implements Command {
    @Parameter(description = "[SOCKET] [BACKLOG]")
    private List<Word> words = new ArrayList<>();

    private static final int USUAL_BACKLOG = 5;

    @Override
    public void foresee() {
        KnownNumber.behindSocket("listen", words, ServerSettings.MOST_BACKLOG);
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("listen", words, session);
        OpenSocket socket = operands.socketBeforeNumber();
        int backlog = operands.numberOr(USUAL_BACKLOG, ServerSettings.MOST_BACKLOG);
        operands.end();
        if (socket.traits().connectionOriented()) {
            refuseOutside(session, socket);
        }
        return Calling.make(
                session, job, socket, Call.LISTEN, () -> socket.socket().listen(backlog));
    }

    /** A lab may be a stranger's, and opens nothing to the network. */
    private static void refuseOutside(Session session, OpenSocket socket) {
        InetSocketAddress local = socket.local();
        boolean near = local != null && local.getAddress().isLoopbackAddress();
        if (!near && Outside.isClosedHere(session)) {
            String where = local == null ? "every address" : CallText.address(local);
            throw new UsageException("listen: " + where
                    + " can be reached from other machines (expected: in a lab, a loopback address); bind "
                    + socket.word() + " localhost 0  first");
        }
    }
}
