package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.KnownNumber;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;

@Parameters(commandDescription = "receives what there is, waiting until there is something")
@Manual(
        text = {
            "At most BYTES, 65536 unless given. A stream gives any number of bytes from 1 on, and",
            "0 at its end. A datagram comes whole; what does not fit is lost. With --waitall a stream",
            "gives all BYTES, or what has come when it ends, fails, or nothing more comes. Java has no",
            "such flag: it is made of several receives, which journal and ladder show. Each waits as",
            "set timeout says, all of them at most ten times that. With --expect it says whether what",
            "came is DATA, every byte of it and no other, and if not, where the first wrong one is.",
            "DATA is one word: text, in quotes where it has blanks, hex:4865, #1000 or file:PATH.",
            "BYTES are then, unless given, at least one more than DATA has. With --behind a header may",
            "stand before it, which is not compared: all up to the first of these bytes. With --over",
            "the stream must be over behind what comes, by its end or by a reset: whoever closes with",
            "bytes unread sends one, and may have answered all the same."
        },
        example = {
            "recv",
            "recv alice 10",
            "recv alice 10 --waitall",
            "recv alice --waitall --expect file:page.html",
            "recv alice --waitall --behind \\r\\n\\r\\n --expect file:page.html",
            "recv alice --waitall --over",
            "recv &"
        },
        see = "recv(2)",
        proves = Proof.OF_OTHERS)
final class RecvCommand implements Command {
    @Parameter(description = "[SOCKET] [BYTES]")
    private List<Word> words = new ArrayList<>();

    @Parameter(
            names = "--waitall",
            description = "waits until BYTES have come (MSG_WAITALL); a datagram is whole anyway")
    private boolean waitAll;

    @Parameter(
            names = Over.NAME,
            description = "the stream must be over behind it, by its end or a reset; else status 1")
    private boolean over;

    @ParametersDelegate
    private ExpectOption expect = new ExpectOption("recv");

    @Override
    public void foresee() {
        expect.foresee();
        KnownNumber.behindSocket("recv", words, expect.mostBytes());
    }

    @Override
    public Proof proof(List<String> behind, Set<String> options) {
        return options.contains("--waitall") ? expect.proof(options) : expect.proofAtOnce(options);
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("recv", words, session);
        Receiving receiving = new Receiving(Call.RECV, operands, waitAll, expect, over, session, job);
        return waitAll ? receiving.whole() : receiving.once();
    }
}
