package org.sockrates.shell.rest;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.SafeText;

@Parameters(commandDescription = "shows what was typed before")
@Manual(text = "The arrow keys step through it, and Ctrl-R searches.", forPeople = true)
final class HistoryCommand implements Command {
    @Parameter(names = "--last", placeholder = "N", description = "so many (20)")
    private Integer last = 20;

    private final LineInterpreter interpreter;

    HistoryCommand(LineInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public Reply run(Session session, Job job) {
        List<String> typed = interpreter.history();
        List<String> lines = new ArrayList<>();
        int first = Math.max(0, typed.size() - last);
        for (int i = first; i < typed.size(); i++) {
            lines.addAll(Fold.hanging(String.format(Locale.ROOT, "%5d  ", i + 1), SafeText.escape(typed.get(i))));
        }
        if (typed.isEmpty()) {
            lines.add("nothing was typed at a prompt yet");
        }
        return Reply.of(lines, typed.subList(first, typed.size()));
    }
}
