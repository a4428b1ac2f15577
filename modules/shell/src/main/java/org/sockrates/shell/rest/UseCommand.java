package org.sockrates.shell.rest;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;

@Parameters(commandDescription = "picks the transport that is meant when none is named")
@Manual(
        example = {"use udp", "use"},
        proves = Proof.OF_ITSELF,
        shows = "")
final class UseCommand implements Command {
    @Parameter(description = "[TRANSPORT]")
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) {
        Operands operands = new Operands("use", words, session);
        Optional<Word> picked = operands.nextIf(word -> true);
        operands.end();
        picked.ifPresent(word -> session.use("use", word.text()));
        String used = session.defaults().transport();
        List<String> line =
                picked.isEmpty() ? List.of(used + " (of " + String.join(" ", session.transports()) + ")") : List.of();
        return Reply.of(line, Json.object("transport", used, "transports", session.transports()));
    }
}
