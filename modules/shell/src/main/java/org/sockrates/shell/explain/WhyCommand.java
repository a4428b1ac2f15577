package org.sockrates.shell.explain;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Journal.LastFailure;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.TimeText;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "says why the last call failed, or what a figure of compare means")
@Manual(
        text = {
            "Alone: what was said of the last call that failed, what its errno means, and what to do.",
            "why *  lists all figures. Of an experiment: what it asks, and how."
        },
        example = {"why", "why lost_percent", "why latency", "why *"})
final class WhyCommand implements Command {
    @Parameter(description = "[METRIC|EXPERIMENT|*]")
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) {
        Operands operands = new Operands("why", words, session);
        if (!operands.more()) {
            return session.journal()
                    .lastFailure()
                    .map(last -> failure(last, TimeText.of(last.at(), session.wall())))
                    .orElseGet(() -> Reply.lines(List.of("no call has failed;  why *  lists the figures of compare")));
        }
        String name = operands.next("METRIC").text();
        operands.end();
        return name.equals("*") ? figures() : meaning(name);
    }

    private static Reply failure(LastFailure last, String at) {
        ErrnoPage page = ErrnoPage.of(last.call().errno());
        List<String> lines = new ArrayList<>();
        lines.add("the last call that failed, at " + at + ":");
        lines.addAll(last.call().lines());
        lines.addAll(page.folded());
        Object json = Json.object(
                "at", last.at().toEpochMilli(),
                "call", last.call().call(),
                "lines", last.call().lines(),
                "means", page.json());
        return Reply.of(lines, json);
    }

    private static Reply figures() {
        return Reply.of(ComparePage.list(), ComparePage.figures());
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
        return Reply.of(folded, Map.of(name, lines));
    }
}
