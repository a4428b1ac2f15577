package org.sockrates.shell.look;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.JournalEntry;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.CallLines;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "says why the last call failed, or what a figure of compare means")
@Manual(
        text = {
            "Alone: what the errno of the last call that failed means, and what to do; where none",
            "did, all figures, as  why * . Of an experiment: what it asks, and how."
        },
        example = {"why", "why lost_percent", "why latency", "why *"})
final class WhyCommand implements Command {
    @Parameter(description = "[METRIC|EXPERIMENT|*]", converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) {
        Operands operands = new Operands("why", words, session);
        if (!operands.more()) {
            Optional<JournalEntry> last = session.journal().lastFailure();
            return last.isPresent() && last.get().event().outcome() instanceof Failed failed
                    ? failure(last.get(), failed.errno())
                    : figures();
        }
        String name = operands.next("METRIC").text();
        operands.end();
        return name.equals("*") ? figures() : meaning(name);
    }

    private static Reply failure(JournalEntry entry, Errno errno) {
        ErrnoPage page = ErrnoPage.of(errno);
        SocketEvent call = entry.event();
        List<String> lines = new ArrayList<>(
                entry.actor().equals(Session.SELF)
                        ? CallLines.alone(call, "")
                        : CallLines.listed(entry.actor() + " ", call, ""));
        lines.addAll(page.folded());
        return Reply.of(lines, Json.object("call", CallText.of(call), "means", page.json()), ExitStatus.OK);
    }

    private static Reply figures() {
        Map<String, List<String>> all = ComparePage.figures();
        Columns table = new Columns("metric", "meaning");
        all.forEach((name, lines) -> table.row(name, lines.get(0)));
        return Reply.of(table.lines(), all, ExitStatus.OK);
    }

    private static Reply meaning(String name) {
        List<String> lines = ComparePage.of(name)
                .orElseThrow(() -> new UsageException(
                        "why",
                        name,
                        NearestWord.expected(
                                name,
                                ComparePage.words(),
                                "a metric, why * lists them, or an experiment; other words:  explain")));
        List<String> folded = new ArrayList<>(Fold.hanging("", lines.get(0)));
        lines.subList(1, lines.size()).forEach(asked -> folded.addAll(Fold.hanging("  ", "    ", asked)));
        return Reply.of(folded, Map.of(name, lines), ExitStatus.OK);
    }
}
