package org.sockrates.shell.look;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "says what a figure of compare means, or what an experiment asks")
@Manual(example = {"why lost_percent", "why latency", "why"})
final class WhyCommand implements Command {
    @Parameter(description = "[METRIC|EXPERIMENT]", converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) {
        Operands operands = new Operands("why", words, session);
        Map<String, List<String>> all = ComparePage.figures();
        if (!operands.more()) {
            Columns table = new Columns("metric", "meaning");
            all.forEach((name, lines) -> table.row(name, lines.get(0)));
            return Reply.of(table.lines(), all, ExitStatus.OK);
        }
        String name = operands.next("METRIC").text();
        operands.end();
        List<String> lines = ComparePage.of(name)
                .orElseThrow(() -> new UsageException(
                        "why",
                        name,
                        NearestWord.expected(
                                name,
                                ComparePage.words(),
                                "a metric, why lists them, or an experiment; other words:  explain")));
        List<String> folded = new ArrayList<>(Fold.hanging("", lines.get(0)));
        lines.subList(1, lines.size()).forEach(asked -> folded.addAll(Fold.hanging("  ", "    ", asked)));
        return Reply.of(folded, Map.of(name, lines), ExitStatus.OK);
    }
}
