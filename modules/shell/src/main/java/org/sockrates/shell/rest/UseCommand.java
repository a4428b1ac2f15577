package org.sockrates.shell.rest;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;

@Parameters(commandDescription = "picks the transport that is meant when none is named")
@Manual(example = {"use udp", "use"})
final class UseCommand implements Command {
    @Parameter(description = "[TRANSPORT]", converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) {
        One.atMost("use", words);
        if (!words.isEmpty()) {
            session.use("use", words.get(0).text());
        }
        String used = session.defaults().transport();
        List<String> line =
                words.isEmpty() ? List.of(used + " (of " + String.join(" ", session.transports()) + ")") : List.of();
        return Reply.of(line, Json.object("transport", used, "transports", session.transports()), ExitStatus.OK);
    }
}
