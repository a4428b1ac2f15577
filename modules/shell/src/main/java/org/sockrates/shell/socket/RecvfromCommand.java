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

@Parameters(commandDescription = "receives, and says from whom")
@Manual(
        text = {"As recv. On UDP the sender is the last argument: answer it with sendto."},
        example = {"recvfrom", "recvfrom bob 1500", "recvfrom bob --expect file:page.html"},
        see = "recvfrom(2)",
        proves = Proof.OF_OTHERS)
final class RecvfromCommand implements Command {
    @Parameter(description = "[SOCKET] [BYTES]")
    private List<Word> words = new ArrayList<>();

    @ParametersDelegate
    private ExpectOption expect = new ExpectOption("recvfrom");

    @Override
    public void foresee() {
        expect.foresee();
        KnownNumber.behindSocket("recvfrom", words, expect.mostBytes());
    }

    @Override
    public Proof proof(List<String> behind, Set<String> options) {
        return expect.proofAtOnce(options);
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("recvfrom", words, session);
        return new Receiving(Call.RECVFROM, operands, false, expect, false, session, job).once();
    }
}
