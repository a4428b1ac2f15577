package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.value.TextValue;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "runs labs and says whether they hold")
@Manual(
        text = {
            "Each lab runs in a session of its own. All files are read before the first one runs;",
            "a file with an error in it runs nothing. LAB is a file, or the number of one of labs.",
            "Status: 0 all held, 1 one did not, 3 a bad file, 5 all skipped, 124 time limit."
        },
        example = {"run 03", "run scripts/labs/01-hello-over-tcp.lab --junit result.xml"},
        see = "docs/lab-format.md")
final class RunCommand implements Command {
    private final LabShelf shelf;
    private final LabRooms rooms;

    @Parameter(description = "LAB…", converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    @Parameter(
            names = "--junit",
            description = "write JUnit's XML there",
            placeholder = "FILE",
            converter = TextValue.class)
    private @Nullable String junit;

    @Parameter(names = "--tap", description = "write TAP 14 there", placeholder = "FILE", converter = TextValue.class)
    private @Nullable String tap;

    @Parameter(
            names = "--gradescope",
            description = "write Gradescope's results.json there",
            placeholder = "FILE",
            converter = TextValue.class)
    private @Nullable String gradescope;

    @Parameter(names = "--force", description = "overwrite files that exist")
    private boolean force;

    RunCommand(LabShelf shelf, LabRooms rooms) {
        this.shelf = shelf;
        this.rooms = rooms;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        if (words.isEmpty()) {
            throw new UsageException("run: nothing more (expected: LAB…); see  labs");
        }
        List<Path> files = new ArrayList<>();
        for (Word word : words) {
            files.add(shelf.find(session.files(job), word.text()));
        }
        List<LabDocument> labs = rooms.read(files);
        if (job.origin() == Origin.ARGUMENTS) {
            rooms.enterFor(labs);
        }
        LabText text = new LabText(SafeText::escape);
        LabRuns runs = rooms.runs();
        try (ResultWriters writers = ResultWriters.open(session.files(job), junit, tap, gradescope, force, text)) {
            List<LabResult> results = job.whileWaiting(runs::stop, () -> runs.run(labs, new Telling(job, text)));
            writers.write(results);
            rooms.outOfReach(results).ifPresent(job::trouble);
            return Reply.of(List.of(text.summary(results)), json(results, text), LabResult.exitStatus(results));
        }
    }

    /** The results as a program reads them. */
    static Object json(List<LabResult> results, LabText text) {
        return results.stream()
                .map(result -> Json.object(
                        "lab", result.lab().name(),
                        "title", result.lab().title(),
                        "verdict", result.verdict().name().toLowerCase(Locale.ROOT),
                        "steps", result.steps().size(),
                        "passed_steps", result.passedSteps(),
                        "points", result.earned(),
                        "of", result.possible(),
                        "reason", result.reason(),
                        "seconds", result.took().toNanos() / 1e9,
                        "told", result.passed() ? List.of() : text.lines(result)))
                .toList();
    }

    /** Shows each lab's result as soon as it is there. */
    private record Telling(Job job, LabText text) implements LabListener {
        @Override
        public void labEnds(LabResult result) {
            text.lines(result).forEach(job::say);
        }
    }
}
