package org.sockrates.shell.wire;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.KnownPath;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "chooses where the sockets meet; lists the paths")
@Manual(
        text = {
            "path wire starts Sockrates again in a network namespace of its own: sockets bind",
            "10.77.0.1 and reach each other at 10.77.0.2 (fd00:77::1 and ::2), through the kernel's",
            "own TCP and UDP, and every packet passes a link:  link drop 3rd data,  trace on,  ladder.",
            "What is open here is closed. From the command line:  sockrates --path wire [COMMAND…]"
        },
        example = {"path", "path wire"},
        see = "help link, unshare(1)",
        proves = Proof.OF_ITSELF,
        shows = "")
final class PathCommand implements Command {
    @Parameter(description = "[loopback|relay|wire|sim]")
    private List<Word> words = new ArrayList<>();

    private final LineInterpreter interpreter;
    private final WireAccess wire;

    PathCommand(LineInterpreter interpreter, WireAccess wire) {
        this.interpreter = interpreter;
        this.wire = wire;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("path", words, session);
        if (!operands.more()) {
            return PathList.of(session, wire);
        }
        String word = operands.next("PATH").text();
        operands.end();
        KnownPath wanted = KnownPath.of(word).orElseThrow(() -> NearestWord.unknown("path", word, KnownPath.WORDS));
        if (word.equals(session.place().path())) {
            return Reply.lines(List.of("the path is " + word + " already"));
        }
        return switch (wanted) {
            case LOOPBACK -> toLoopback();
            case WIRE -> toWire(session, job);
            case RELAY ->
                throw new UsageException("path: relay is put before one server (expected: loopback or wire);"
                        + " type  link add PORT delay 20ms");
            case SIM ->
                throw new UsageException("path: sim is for whole runs (expected: loopback or wire); in virtual time:"
                        + "  compare --path sim,  sim rdt-gbn --ladder");
        };
    }

    private Reply toWire(Session session, Job job) throws IOException {
        wire.require();
        if (job.origin() != Origin.PROMPT) {
            throw new UsageException("path: wire is chosen at the beginning (expected: at a prompt); start with "
                    + " sockrates --path wire, or write  path: wire  in front of the lab");
        }
        if (WirePlace.isLeftByLab(session)) {
            throw new UsageException("path: wire" + WirePlace.LEFT_BY_LAB);
        }
        interpreter.leaveFor(WireAccess.onWire(List.of()));
        return Reply.silence();
    }

    private static Reply toLoopback() {
        throw new UsageException("path: the wire is left with the session (expected: exit, and another start);"
                + " without leaving it, name the host:  bind localhost 7");
    }
}
