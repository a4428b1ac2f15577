package org.sockrates.shell.look;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.JournalEntry;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;

@Parameters(commandDescription = "shows the last calls of all sockets, with their times")
@Manual(
        text = {
            "The last 20, or N. The session keeps 10,000 events; older ones are forgotten. --json",
            "prints an event a line, as {time, name, data}, the time in ms since 1970."
        },
        example = {"journal", "journal 100", "journal --json", "journal --clear"})
final class JournalCommand implements Command {
    private static final int USUAL = 20;
    private static final int MOST = 10_000;

    @Parameter(description = "[N]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--clear", description = "forgets all of them")
    private boolean clear;

    @Override
    public Reply run(Session session, Job job) {
        Operands operands = new Operands("journal", words, session);
        int most = operands.numberOr(USUAL, MOST);
        operands.end();
        if (clear) {
            Object json = Json.object("forgotten", session.journal().entries().size());
            session.journal().clear();
            return Reply.of(List.of(), json);
        }
        List<JournalEntry> ended = session.journal().entries().stream()
                .filter(entry -> !entry.event().pending())
                .toList();
        int first = Math.max(0, ended.size() - most);
        long earlier = session.journal().forgotten() > 0 ? -1 : first;
        return new JournalReply(ended.subList(first, ended.size()), earlier, session.wall());
    }
}
