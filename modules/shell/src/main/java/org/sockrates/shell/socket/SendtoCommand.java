package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
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
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "sends one datagram to an address")
@Manual(
        text = {
            "The first sendto of an unbound socket binds it to a free port. DATA as for send.",
            "On a connected TCP socket the address is ignored."
        },
        example = {"sendto localhost 5000 hello", "sendto alice 5000 \"\"", "sendto . 239.1.2.3 5000 #100"},
        see = "sendto(2), udp(7)")
final class SendtoCommand implements Command {
    @Parameter(description = "[SOCKET] [HOST] PORT DATA…")
    private List<Word> words = new ArrayList<>();

    @Override
    public Proof proof(List<String> behind) {
        return Payload.needsReader(behind, 3) ? Proof.OF_OTHERS : Proof.OF_ITSELF;
    }

    @Override
    public void foresee() {
        try {
            KnownPort.first("sendto", words);
        } catch (UsageException unlessASocketIsFirst) {
            if (words.size() < 3) {
                throw unlessASocketIsFirst;
            }
            KnownPort.first("sendto", words.subList(1, words.size()));
        }
    }

    @Override
    public Optional<KnownHost> asks() {
        return KnownHost.behindSocket("sendto", words);
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("sendto", words, session);
        OpenSocket socket = operands.socketBeforeAddress(2, Integer.MAX_VALUE, "[HOST] PORT DATA");
        InetSocketAddress to = operands.peer(socket);
        ByteBuffer message = ByteBuffer.wrap(Payload.read(operands.rest("DATA"), session.files(job)));
        return Calling.make(
                session, job, socket, Call.SENDTO, () -> socket.socket().sendTo(message, to));
    }
}
