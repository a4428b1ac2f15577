package org.sockrates.shell.grade;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.lint.Proof;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Defaults;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;

@Parameters(commandDescription = "shows the program that is graded, types for it, restarts it")
@Manual(
        text = {
            "For labs that grade judges. Alone: running, or the status it ended with, and under it the lines it has",
            "printed so far.",
            "wait          waits until it has ended",
            "type DATA     what a person would type at its keyboard, DATA as of send; a line ends with \\n, the input",
            "              with --end or wait",
            "stop          asks it to end, with SIGTERM, and kills it where it has not in time, which fails",
            "start         starts it again, with the same words and at the same port, and waits until a server",
            "              serves there",
            "Which program it is, whoever grades has said; it begins by itself, a client when {port} is known and",
            "somebody listens there, or at this command."
        },
        verbs = {"wait", "type DATA… [--end]", "stop [--timeout]", "start"},
        example = {
            "program",
            "program wait",
            "program type \"hello, world\\n\"",
            "program type --end",
            "program stop --timeout 5s",
            "program start"
        },
        see = "help grade")
final class ProgramCommand implements Command {
    private static final long LOOK_MILLIS = 50;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    @Parameter(description = "[wait|type DATA…|stop|start]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--end", description = "for type: its input ends behind that, as with Ctrl-D")
    private boolean end;

    @Parameter(names = "--timeout", description = "for stop: the time it may take to end (2s)", placeholder = "TIME")
    private @Nullable String timeout;

    @Override
    public Proof proof(List<String> behind) {
        return behind.contains("type")
                ? Proof.OF_ITSELF
                : behind.contains("start") ? Proof.OF_OTHERS : Proof.BY_WHAT_IT_SHOWS;
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
        Duration most = most();
        operands.end();
        GradedProgram program = session.program()
                .orElseThrow(() -> new UsageException(
                        "program: none is graded here (expected: a lab under  grade LAB -- PROGRAM )"));
        if (!List.of("start", "stop").contains(verb)) {
            program.mustBegin();
        }
        return switch (verb) {
            case "type" -> typed(program, text);
            case "stop" -> stopped(program, most, job);
            case "start" -> started(program);
            default -> shown(program, verb.equals("wait"), job);
        };
    }

    @Override
    public void foresee() {
        words.stream().limit(1).forEach(verb -> refuseUnlessKnown(verb.text()));
        most();
    }

    private Duration most() {
        return timeout == null
                ? STOP_LIMIT
                : DurationText.parse("program stop: --timeout", timeout, Defaults.LEAST_TIMEOUT, Defaults.MOST_TIMEOUT);
    }

    private static void refuseUnlessKnown(String verb) {
        if (!List.of("", "wait", "type", "stop", "start").contains(verb)) {
            throw new UsageException("program", verb, "wait, type, stop, start, or nothing");
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
        return reply(standing, standing.state(), ExitStatus.OK);
    }

    private static Reply stopped(GradedProgram program, Duration most, Job job) {
        GradedProgram.Standing before = program.standing();
        if (!before.runs()) {
            return reply(before, before.state() + "; nothing to stop", ExitStatus.DID_NOT_HOLD);
        }
        boolean ended = program.stop(most, job);
        GradedProgram.Standing after = program.standing();
        String late = job.cancelled() ? "killed" : "running " + DurationText.print(most) + " after SIGTERM; killed";
        return ended ? reply(after, after.state(), ExitStatus.OK) : reply(after, late, ExitStatus.DID_NOT_HOLD);
    }

    private static Reply started(GradedProgram program) throws IOException {
        try {
            boolean ran = !program.restart();
            GradedProgram.Standing now = program.standing();
            return ran
                    ? reply(now, now.state() + "; not started again", ExitStatus.DID_NOT_HOLD)
                    : reply(now, now.state(), ExitStatus.OK);
        } catch (SubmissionException failed) {
            String whose = program.told() + ": "; // which one, whoever asked knows
            String why = String.valueOf(failed.getMessage());
            String told = why.startsWith(whose) ? why.substring(whose.length()) : why;
            return Reply.of(Fold.hanging("program: ", "  ", told), json(program.standing()), ExitStatus.DID_NOT_HOLD);
        }
    }

    /** @param state as it is told here */
    private static Reply reply(GradedProgram.Standing standing, String state, int status) {
        List<String> lines = new ArrayList<>(List.of("program: " + state));
        standing.said().forEach(line -> lines.add("  " + line));
        return Reply.of(lines, json(standing), status);
    }

    static Object json(GradedProgram.Standing standing) {
        return Json.object("state", standing.state(), "status", standing.status(), "said", standing.said());
    }
}
