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
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;

@Parameters(commandDescription = "receives what there is, waiting until there is something")
@Manual(
        text = {
            "At most BYTES, 65536 unless given. A stream gives any number of bytes from 1 on, and",
            "0 at its end. A datagram comes whole; what does not fit is lost. With --waitall a stream",
            "gives all BYTES, or what has come when it ends, fails, or the time is over. Java has no",
            "such flag: it is made of several receives, which journal and ladder show."
        },
        example = {"recv", "recv alice 10", "recv alice 10 --waitall", "recv &"},
        see = "recv(2)",
        proves = Proof.OF_OTHERS)
final class RecvCommand implements Command {
    @Parameter(description = "[SOCKET] [BYTES]")
    private List<Word> words = new ArrayList<>();

    @Parameter(
            names = "--waitall",
            description = "waits until BYTES have come (MSG_WAITALL); a datagram is whole anyway")
    private boolean waitAll;

    static final int MOST = 1 << 20;
    static final int USUAL = 65_536;

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("recv", words, session);
        OpenSocket socket = operands.socketBeforeNumber();
        int bytes = operands.numberOr(USUAL, MOST);
        operands.end();
        Calling.remarkNoAddress(job, socket);
        if (waitAll) {
            return new WholeReceive(session, job, socket, bytes).make();
        }
        ByteBuffer into = ByteBuffer.allocate(bytes);
        return Calling.make(
                session, job, socket, Call.RECV, () -> socket.socket().receive(into));
    }
}
