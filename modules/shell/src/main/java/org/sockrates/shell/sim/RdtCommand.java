package org.sockrates.shell.sim;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.session.ResultFiles;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.source.CompiledSource;
import org.sockrates.shell.words.Word;
import org.sockrates.sim.check.Check;
import org.sockrates.sim.check.Finding;
import org.sockrates.sim.check.Invariant;
import org.sockrates.sim.check.schedule.Schedule;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "hunts a protocol of reliable transfer for bugs")
@Manual(
        text = {
            "check [PROTOCOL]   one of the three; without a word, all of them",
            "check CLASS        a student's, which implements ProtocolEnd and has a public constructor of",
            "                   (ProtocolSettings, Outside); in a folder or jar that --classpath names",
            "check FILE.java    the same, compiled first",
            "rules              everything that must hold, and where it is written",
            "Every seed is a hostile line in virtual time: packets are lost, doubled, delayed, damaged,",
            "mixed with a stranger's; readers are slow, numbers come round. After everything that happens all that must hold",
            "is asked. The three are asked twice: of two ends that talk, and of connections over them, which",
            "open, carry bytes both ways, are half closed, end, are reset, or vanish. What is broken comes",
            "back as the shortest schedule that shows it, drawn, and with --lab as a lab to replay, of a FILE",
            "by  grade found.lab -- FILE , since a lab starts no program of its own. A class may have packets of its own; where they are those of docs/rdt.md, more is asked, and most",
            "where it says --like which of the three it is.",
            "With --forge somebody sends packets besides that nobody should believe, to an end as it stands: an",
            "acknowledgement of what was never sent, or of long ago; data outside of the window; what is no packet,",
            "with the right checksum; an earlier connection's; anything before OPEN or behind END. A lab's lines",
            "are without it where they do not say --forge."
        },
        verbs = {
            "check [PROTOCOL|CLASS|FILE] [--classpath] [--seeds] [--seed] [--like] [--own-packets] [--forge]"
                    + " [--schedule] [--lab] [--force]",
            "rules"
        },
        example = {
            "rdt check rdt-gbn",
            "rdt check MyGoBackN.java --like rdt-gbn",
            "rdt check MyGoBackN --classpath target/classes --lab found.lab",
            "rdt check rdt-sr --schedule \"client sends 1; upstream drop 1st data\"",
            "rdt check rdt-sr --schedule \"connection; upstream drop 1st fin\"",
            "rdt check MyGoBackN.java --like rdt-gbn --forge",
            "rdt rules"
        },
        see = "Kurose and Ross §3.4, RFC 6298, RFC 9293; help sim")
final class RdtCommand implements Command {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    /** Of a hunt that was stopped. */
    private static final Duration LONGEST_LAST_CALL = Duration.ofSeconds(3);

    @Parameter(description = "check|rules [PROTOCOL|CLASS]")
    private List<Word> words = new ArrayList<>();

    @Parameter(
            names = "--classpath",
            placeholder = "FILE",
            description = "a folder or jar with the class (what Sockrates was started with)")
    private @Nullable String classpath;

    @ParametersDelegate
    private HuntOptions hunt = new HuntOptions();

    @Parameter(names = "--lab", placeholder = "FILE", description = "writes a failure as a lab that replays it")
    private @Nullable String lab;

    @Parameter(names = "--force", description = "for --lab: overwrite a file that exists")
    private boolean force;

    @Override
    public Proof proof(List<String> behind) {
        return behind.contains("check") ? Proof.OF_OTHERS : Proof.BY_WHAT_IT_SHOWS;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("rdt", words, session);
        String verb = operands.next("check or rules").text();
        if (!verbs().contains(verb)) {
            throw NearestWord.unknown("rdt", verb, verbs());
        }
        String name = operands.more() && verb.equals("check")
                ? operands.next("PROTOCOL").text()
                : "";
        operands.end();
        return verb.equals("check") ? check(name, session, job) : new RulesReply();
    }

    private Reply check(String name, Session session, Job job) throws IOException {
        Optional<Schedule> one = hunt.schedule();
        hunt.refuse();
        if (classpath != null && job.origin() == Origin.LAB) {
            throw new UsageException(
                    "rdt check: --classpath in a lab (expected: none, a lab starts no program of its own);"
                            + " name it in SOCKRATES_CLASSPATH");
        }
        if (name.endsWith(CompiledSource.ENDING) && job.origin() == Origin.LAB) {
            return ofGraded(name, session, job);
        }
        boolean shipped =
                classpath == null && (name.isEmpty() || Protocol.of(name).isPresent());
        refuse(name, shipped, one);
        try (ResultFiles<CheckReply> files = new ResultFiles<>(session.files(job), force)) {
            files.add(
                    "rdt check: --lab",
                    lab,
                    found -> found.lab(new FoundLab(String.valueOf(lab), name, classpath))
                            .orElse(""));
            CheckReply reply = shipped ? ofShipped(name, one, session, job) : ofClass(name, session, job);
            return files.write(reply, reply);
        } catch (BoundedHunt.HungException hung) {
            return hung(hung, job);
        }
    }

    /** What cannot have been meant. */
    private void refuse(String name, boolean shipped, Optional<Schedule> one) {
        if (classpath != null && name.endsWith(CompiledSource.ENDING)) {
            throw new UsageException("rdt check: --classpath: with a source file (expected: a class in there)");
        }
        if (shipped && hunt.aboutAClass()) {
            throw new UsageException("rdt check: an option for a class (expected: rdt check CLASS --classpath FILE)");
        }
        if (name.isEmpty() && (classpath != null || one.isPresent() || lab != null)) {
            throw new UsageException("rdt check: too few words (expected: PROTOCOL or CLASS); see  help rdt");
        }
        if (!shipped && one.filter(schedule -> schedule.plan().connected()).isPresent()) {
            throw new UsageException("rdt check: --schedule: connection (expected: none, a class is two ends);"
                    + " connections are checked over rdt-sw, rdt-gbn and rdt-sr");
        }
        if (name.startsWith("rdt-") && classpath == null) {
            HuntOptions.protocol("rdt check", name);
        }
    }

    /** The source that is graded: the only one that a lab may name. */
    private Reply ofGraded(String name, Session session, Job job) throws IOException {
        GradedProgram.Hunter hunter = session.program()
                .filter(program -> name.equals(program.given().get(ProgramRole.SOURCE)))
                .flatMap(GradedProgram::hunter)
                .orElseThrow(
                        () -> new UsageException("rdt check", name, "a protocol: a lab starts no program of its own"));
        if (lab != null || force) {
            throw new UsageException("rdt check: --lab: of a protocol that is graded (expected: none)");
        }
        return hunter.hunt(hunt.words(), job);
    }

    /** Who was stopped before its time was up has broken nothing yet. */
    private static Reply hung(BoundedHunt.HungException hung, Job job) {
        boolean stopped = job.cancelled();
        String name = hung.name();
        String how = String.valueOf(hung.getMessage());
        String what = stopped ? "stopped in a call" : "broken: " + Invariant.RETURNS.sentence();
        Stream<String> lines =
                Stream.of("rdt check: " + SafeText.escape(name) + ": " + what, "  " + SafeText.escape(how));
        Stream<String> goesOn = hung.goesOn() && job.origin() != Origin.ARGUMENTS
                ? Stream.of("  it goes on until sockrates ends, which slows what is measured meanwhile")
                : Stream.empty();
        return Reply.of(
                Stream.concat(lines, goesOn).toList(),
                Json.object("protocol", name, "stopped", stopped, "invariant", Invariant.RETURNS.word(), "how", how),
                stopped ? ExitStatus.INTERRUPTED : ExitStatus.DID_NOT_HOLD);
    }

    private CheckReply ofShipped(String name, Optional<Schedule> one, Session session, Job job) {
        List<CheckReply.Checked> checked = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            for (CheckReply.Of of : CheckReply.Of.values()) {
                boolean connections = of == CheckReply.Of.CONNECTIONS;
                boolean meant = (name.isEmpty() || protocol.word().equals(name))
                        && (one.isEmpty() || one.get().plan().connected() == connections);
                if (meant && (checked.isEmpty() || !job.cancelled())) {
                    Check check = connections ? Check.ofConnections(protocol) : Check.of(protocol);
                    checked.add(new CheckReply.Checked(protocol.word(), "", of, hunt.hunt(check, job::cancelled)));
                }
            }
        }
        return new CheckReply(
                checked, one.isPresent(), job.cancelled(), session.defaults().drawing());
    }

    private CheckReply ofClass(String name, Session session, Job job) throws IOException, BoundedHunt.HungException {
        try (StudentClass student = student(name, session, job)) {
            Check check = hunt.check(student.maker());
            Finding finding = new BoundedHunt(
                            givenUp -> hunt.hunt(check, () -> job.cancelled() || givenUp.getAsBoolean()),
                            student::made,
                            job::cancelled,
                            LONGEST_CALL,
                            LONGEST_LAST_CALL)
                    .run(student.name());
            String options = hunt.ofTheClass().stream().map(word -> " " + word).collect(Collectors.joining());
            return new CheckReply(
                    List.of(new CheckReply.Checked(student.name(), options, CheckReply.Of.ENDS, finding)),
                    hunt.schedule().isPresent(),
                    job.cancelled(),
                    session.defaults().drawing());
        }
    }

    private StudentClass student(String name, Session session, Job job) throws IOException {
        if (!name.endsWith(CompiledSource.ENDING)) {
            return StudentClass.load(name, classpath, session.folder());
        }
        CompiledSource source =
                CompiledSource.of(session.files(job).plain("rdt check", name, CompiledSource.MOST_BYTES));
        if (source.halts()) {
            throw new BadFileException(SafeText.escape(source.fileName()) + ": calls halt (expected: it returns)");
        }
        return StudentClass.load(source);
    }
}
