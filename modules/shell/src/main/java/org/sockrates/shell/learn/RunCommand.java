package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.session.ResultFiles;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "runs labs and says whether they hold")
@Manual(
        text = {
            "Each lab runs in a session of its own. All files are read before the first one runs;",
            "a file with an error in it runs nothing. LAB is a file, or the number of one of labs.",
            "A lab speaks to this machine alone, unless --allow-remote lets it ask others, and be asked.",
            "Status: 0 all held, 1 one did not, 3 a bad file, 4 one not started, or at fault, 5 all skipped,",
            "124 time limit, 130 Ctrl-C."
        },
        example = {"run 03", "run scripts/labs/01-hello-over-tcp.lab --junit result.xml"},
        see = "docs/lab-format.md",
        forPeople = true)
final class RunCommand implements Command {
    private final LabLibrary library;
    private final LabRooms rooms;

    @Parameter(description = "LAB…")
    private List<Word> words = new ArrayList<>();

    @ParametersDelegate
    private ResultOptions files = new ResultOptions();

    @ParametersDelegate
    private ReachOption allowed = new ReachOption();

    RunCommand(LabLibrary library, LabRooms rooms) {
        this.library = library;
        this.rooms = rooms;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        if (words.isEmpty()) {
            throw new UsageException("run: too few words (expected: LAB…); see  labs");
        }
        Reach reach = allowed.read("run", job);
        List<LabDocument> labs = library.reaching(reach).read("run", session.files(job), words);
        rooms.enterFor(labs, job);
        LabText text = new LabText(SafeText::escape);
        try (ResultFiles<List<LabResult>> opened = new ResultFiles<>(session.files(job), files.force())) {
            files.addTo(opened, "run", text, Function.identity());
            List<LabResult> results = rooms.reaching(reach).run(labs, new Telling(job, text), job);
            rooms.outOfReach(results).ifPresent(job::trouble);
            Reply reply =
                    Reply.of(List.of(text.summary(results)), LabJson.of(results, text), LabResult.exitStatus(results));
            return opened.write(results, reply);
        }
    }

    /** Shows each lab's result as soon as it is there. */
    private record Telling(Job job, LabText text) implements LabListener {
        @Override
        public void labEnds(LabResult result) {
            text.lines(result).forEach(job::say);
        }
    }
}
