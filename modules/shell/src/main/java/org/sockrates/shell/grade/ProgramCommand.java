package org.sockrates.shell.grade;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "shows the program that is graded, or types for it")
@Manual(
        text = {
            "For labs that grade judges: running, or the status it ended with, and under it the lines it",
            "has printed so far; wait waits until it has ended. type is what a person would type at its",
            "keyboard, DATA as of send; a line ends with \\n, the input with --end or wait. It starts nothing: which",
            "program it is, whoever grades has said; a client begins when {port} is known and somebody listens there,",
            "or at this command."
        },
        verbs = {"wait", "type DATA… [--end]"},
        example = {"program", "program wait", "program type \"hello, world\\n\"", "program type --end"},
        see = "help grade")
final class ProgramCommand implements Command {
    private static final long LOOK_MILLIS = 50;

    @Parameter(description = "[wait|type DATA…]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--end", description = "of type: its input ends behind that, as with Ctrl-D")
    private boolean end;

    @Override
    public Proof proof(List<String> behind) {
        return behind.contains("type") ? Proof.OF_ITSELF : Proof.BY_WHAT_IT_SHOWS;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("program", words, session);
        String verb = operands.nextOr("");
        refuseUnlessKnown(verb);
        boolean types = verb.equals("type");
        byte[] text = types && (operands.more() || !end)
                ? Payload.read(operands.rest("DATA"), session.files(job))
                : new byte[0];
        operands.end();
        GradedProgram program = session.program()
                .orElseThrow(() -> new UsageException(
                        "program: none is graded here (expected: a lab under  grade LAB -- PROGRAM )"));
        program.mustBegin();
        return types ? typed(program, text) : shown(program, verb.equals("wait"), job);
    }

    @Override
    public void foresee() {
        words.stream().limit(1).forEach(verb -> refuseUnlessKnown(verb.text()));
    }

    private static void refuseUnlessKnown(String verb) {
        if (!List.of("", "wait", "type").contains(verb)) {
            throw new UsageException("program", verb, "wait, type, or nothing");
        }
    }

    private Reply typed(GradedProgram program, byte[] text) throws IOException {
        GradedProgram.Standing standing = program.standing();
        boolean reads = standing.runs();
        if (reads) {
            program.type(text);
        }
        if (end) {
            program.endInput();
        }
        String typed = reads ? text.length + " bytes" + (end ? " and the end" : "") : "nothing";
        return Reply.of(
                List.of("program: " + standing.state() + "; typed " + typed),
                Json.object("state", standing.state(), "status", standing.status(), "typed", reads ? text.length : 0),
                reads ? ExitStatus.OK : ExitStatus.DID_NOT_HOLD);
    }

    private static Reply shown(GradedProgram program, boolean waits, Job job) {
        if (waits) {
            program.endInput(); // who waits types nothing more
        }
        while (waits && program.standing().runs() && !job.cancelled()) {
            program.endsWithin(LOOK_MILLIS);
        }
        GradedProgram.Standing standing = program.standing();
        List<String> lines = new ArrayList<>(List.of("program: " + standing.state()));
        standing.said().forEach(line -> lines.add("  " + line));
        return Reply.of(lines, json(standing));
    }

    static Object json(GradedProgram.Standing standing) {
        return Json.object("state", standing.state(), "status", standing.status(), "said", standing.said());
    }
}
