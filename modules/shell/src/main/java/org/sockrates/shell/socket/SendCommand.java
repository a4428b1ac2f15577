package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.ByteBuffer;
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
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "sends to the connected peer")
@Manual(
        text = {
            "DATA is text, in quotes where blanks matter, with \\r \\n \\t \\0 \\xNN; or hex:48 65;",
            "or #1000, a thousand filler bytes; or file:PATH, file:\"MY PATH\". A datagram goes whole",
            "or not at all; a stream takes what it can, and the result says how much. Another #",
            "begins a comment."
        },
        example = {"send hello", "send alice \"GET / HTTP/1.0\\r\\n\\r\\n\"", "send . #70000", "send ! --urgent"},
        see = "send(2), RFC 9293 §3.8.5 for --urgent")
final class SendCommand implements Command {
    @Parameter(description = "[SOCKET] DATA…")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--urgent", description = "one byte of urgent data (TCP); recv sees it with SO_OOBINLINE on")
    private boolean urgent;

    @Override
    public Proof proof(List<String> behind) {
        return Payload.needsReader(behind, 1) ? Proof.OF_OTHERS : Proof.OF_ITSELF;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("send", words, session);
        boolean spacedHex = !words.isEmpty() && words.get(0).marked().startsWith("hex:");
        boolean named = words.size() == 1 && session.sockets().isOpen(words.get(0));
        OpenSocket socket = operands.socket(1, spacedHex ? Integer.MAX_VALUE : 1);
        if (named) {
            job.news("(" + SafeText.escape(words.get(0).text()) + " is a socket, too; here it is the DATA that "
                    + socket.label() + " sends)");
        }
        byte[] bytes = Payload.read(operands.rest("DATA"), session.files(job));
        if (!urgent) {
            ByteBuffer message = ByteBuffer.wrap(bytes);
            return Calling.make(
                    session, job, socket, Call.SEND, () -> socket.socket().send(message));
        }
        if (bytes.length != 1) {
            throw new UsageException("send: --urgent: " + bytes.length + " bytes (expected: 1)");
        }
        return Calling.make(
                session, job, socket, Call.SEND, () -> socket.socket().sendUrgent(bytes[0]));
    }
}
