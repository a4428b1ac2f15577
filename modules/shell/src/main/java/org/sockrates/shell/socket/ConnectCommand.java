package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.KnownHost;
import org.sockrates.shell.command.KnownPort;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;

@Parameters(commandDescription = "connects to a peer")
@Manual(
        text = {
            "For TCP this is the handshake; it succeeds when the peer's system has answered,",
            "whether or not its program has called accept. For UDP nothing is sent: the peer is",
            "noted, send needs no address, and datagrams of others are no longer received. Those that",
            "wait already Linux hands out all the same; Java throws them away, and with them the news",
            "that an earlier one met a closed port. A UDP socket may connect again, to another peer: its",
            "local address stays, and where that fails, its peer stays too."
        },
        example = {"connect localhost 12345", "connect alice 12345", "connect . [::1]:80"},
        see = "connect(2), RFC 9293 §3.5",
        proves = Proof.OF_WHO_LISTENS)
final class ConnectCommand implements Command {
    @Parameter(description = "[SOCKET] [HOST] PORT")
    private List<Word> words = new ArrayList<>();

    @Override
    public void foresee() {
        KnownPort.last("connect", words, false);
    }

    @Override
    public Optional<KnownHost> asks() {
        return KnownHost.behindSocket("connect", words);
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("connect", words, session);
        OpenSocket socket = operands.socketBeforeAddress(1, 2, "[HOST] PORT");
        InetSocketAddress peer = operands.peer(socket);
        operands.end();
        boolean waiting = Calling.hasWaiting(socket);
        Reply reply = Calling.make(
                session, job, socket, Call.CONNECT, () -> socket.socket().connect(peer));
        if (waiting && reply.status() == 0) {
            Calling.remarkThrownAway(job, socket);
        }
        return reply;
    }
}
