package org.sockrates.shell.grade;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "shows the program that is graded: how it stands, what it said")
@Manual(
        text = {
            "For labs that grade judges: running, or the status it ended with, and under it the lines it",
            "has printed so far; wait waits until it has ended. It starts nothing: which program it is,",
            "whoever grades has said, and it begins when {port} is known."
        },
        example = {"program", "program wait"},
        see = "help grade")
final class ProgramCommand implements Command {
    private static final long LOOK_MILLIS = 50;

    @Parameter(description = "[wait]", converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) {
        Operands operands = new Operands("program", words, session);
        boolean waits = operands.more();
        if (waits && !operands.next("wait").text().equals("wait")) {
            throw new UsageException("program", words.get(0).text(), "wait, or nothing");
        }
        operands.end();
        GradedProgram program = session.program()
                .orElseThrow(() -> new UsageException(
                        "program: none is graded here (expected: a lab under  grade LAB -- PROGRAM )"));
        while (waits && program.standing().state().equals(GradedProgram.RUNNING) && !job.cancelled()) {
            program.endsWithin(LOOK_MILLIS);
        }
        GradedProgram.Standing standing = program.standing();
        List<String> lines = new ArrayList<>(List.of("program: " + standing.state()));
        standing.said().forEach(line -> lines.add("  " + line));
        return Reply.of(lines, json(standing), ExitStatus.OK);
    }

    static Object json(GradedProgram.Standing standing) {
        return Json.object("state", standing.state(), "status", standing.status(), "said", standing.said());
    }
}
