package org.sockrates.shell.wire;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.LinkSpec;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LinkValue;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.machine.SearchPath;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.wire.WireAbility;

@Parameters(commandDescription = "puts any program on the wire, beside our own sockets")
@Manual(
        text = {
            "exec runs a program in the same network namespace: a server of your own, in any language,",
            "binds 10.77.0.1 (or 0.0.0.0), and our client reaches it at 10.77.0.2 over the link. In the",
            "shell it goes on beside the prompt, as a job: stop ends it, and so does the end of the",
            "session, unless  wait  comes first. From the command line it has this terminal, and Ctrl-C",
            "is its own; its status is ours. What it starts ends with it. Never from a lab."
        },
        example = {"wire exec -- python3 server.py", "wire exec --link \"delay 20ms loss 5%\" -- iperf3 -s"},
        see = "help path",
        forPeople = true)
final class WireCommand implements Command {
    @Parameter(description = "exec [--] PROGRAM [WORD…]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--link", description = "what the wire does meanwhile, in netem's words", placeholder = "LINK")
    private @Nullable String link;

    private final WireAccess wire;
    private final SearchPath searchPath;

    WireCommand(WireAccess wire, SearchPath searchPath) {
        this.wire = wire;
        this.searchPath = searchPath;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("wire", words, session);
        String verb = operands.next("exec").text();
        if (!verb.equals("exec")) {
            throw new UsageException("wire", verb, "exec");
        }
        List<String> program = operands.rest("PROGRAM").stream().map(Word::text).toList();
        @Nullable
        LinkSpec spec =
                link == null ? null : LinkValue.read(link, session.defaults().seed());
        WirePlace place = place(session, job);
        refuseMissing(program.get(0), session);
        Optional<String> lacking = WireAbility.noPrograms();
        if (lacking.isPresent()) {
            throw new MissingAbilityException("wire: exec: " + lacking.get());
        }
        if (spec != null) {
            place.wire().use(spec);
        }
        place.ready();
        return job.origin() == Origin.ARGUMENTS ? inFront(program, job) : beside(session, program, job);
    }

    /** Before it is started: afterwards 126 and 127 are a status like any other. */
    private void refuseMissing(String program, Session session) {
        Optional<String> missing = searchPath.missing(session.folder(), program);
        if (missing.isPresent()) {
            throw new UsageException("wire: exec: " + SafeText.escape(program) + ": " + missing.get()
                    + " (expected: a program); name it by its path");
        }
    }

    private WirePlace place(Session session, Job job) throws IOException {
        if (job.origin() == Origin.ARGUMENTS && !(session.place() instanceof WirePlace)) {
            wire.require();
            wire.enterOnWire();
        }
        return WirePlace.of("wire: exec", session, wire);
    }

    /** It has our terminal, and takes a Ctrl-C as it likes; we are only there to end it. */
    private static Reply inFront(List<String> program, Job job) throws IOException {
        StartedProgram started = StartedProgram.attached(program);
        job.leaveTerminal();
        int status = job.whileWaiting(started::end, started::status);
        return Reply.of(List.of(), Map.of("status", status), status);
    }

    private static Reply beside(Session session, List<String> program, Job job) throws IOException {
        String told = "exec " + SafeText.escape(String.join(" ", program));
        Job beside = job.beside(told);
        int number = session.jobs().startBeside(beside, running -> {
            StartedProgram started = StartedProgram.beside(program);
            int status = running.whileWaiting(started::kill, () -> {
                started.hear(running::news);
                return started.status();
            });
            String end = (running.cancelled() ? ": status " : " ended with status ") + status;
            return Reply.of(List.of(told + end), Map.of("status", status), status);
        });
        return Reply.of(List.of(told + " (job " + number + ")"), Map.of("job", number));
    }
}
