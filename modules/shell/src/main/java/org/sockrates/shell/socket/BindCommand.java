package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.KnownPort;
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

@Parameters(commandDescription = "gives a socket its own address")
@Manual(
        text = {
            "Without HOST it is the loopback address; any is the wildcard, which means every",
            "address of this machine. Port 0 lets the system choose. It does not listen yet."
        },
        example = {"bind 12345", "bind door localhost 12345", "bind . any 5000"},
        see = "bind(2), ip(7)",
        proves = Proof.OF_ITSELF)
final class BindCommand implements Command {
    @Parameter(description = "[SOCKET] [HOST] PORT")
    private List<Word> words = new ArrayList<>();

    @Override
    public void foresee() {
        KnownPort.last("bind", words, true);
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("bind", words, session);
        OpenSocket socket = operands.socketBeforeAddress(1, 2, "[HOST] PORT");
        InetSocketAddress local = operands.own(socket.family());
        operands.end();
        if (!socket.traits().connectionOriented()) {
            refuseOutside(session, local);
        }
        return Calling.make(
                session, job, socket, Call.BIND, () -> socket.socket().bind(local));
    }

    /** Of a lab's socket: what is bound to any hears broadcasts and groups of this machine, and may not answer others. */
    private static void refuseOutside(Session session, InetSocketAddress local) {
        InetAddress host = local.getAddress();
        boolean near = host.isLoopbackAddress() || host.isAnyLocalAddress() || host.isMulticastAddress();
        if (!near && Outside.isClosedHere(session)) {
            throw Outside.reached("bind", CallText.host(host));
        }
    }
}
