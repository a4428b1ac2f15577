package org.sockrates.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.lab.document.Labs;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.StepResult.Failed;
import org.sockrates.lab.run.StepResult.Skipped;

/** Labs that judge a program: when it is there, and when it is not. */
final class JudgedProgramTest {
    private final ManualLabClock clock = new ManualLabClock();
    private final FakeInterpreter shell = new FakeInterpreter();
    private final Labs labs = new Labs();

    private LabResult run(String text) {
        return run(lab -> shell, text);
    }

    private LabResult run(InterpreterFactory interpreters, String text) {
        return new LabRunner(interpreters, Abilities.ALL, LabLimits.USUAL, clock)
                .run(labs.good("a.lab", text), LabListener.SILENT);
    }

    @Test
    void aProgramThatDoesNotComeUpHasFailed() {
        InterpreterFactory ended = lab -> {
            throw new SubmissionException("echo 7: ended with status 1", List.of("  sorry"));
        };
        LabResult result = run(ended, "# points: 3\n> a\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.FAILED);
        assertThat(result.reason()).isEqualTo("echo 7: ended with status 1");
        assertThat(result.remarks()).containsExactly("  sorry");
        assertThat(result.earned()).isZero();
        assertThat(result.possible()).isEqualTo(3);
        assertThat(result.steps()).allMatch(step -> step.verdict() instanceof Skipped);
    }

    @Test
    void aLabThatJudgesAProgramIsSkippedWhereNoneIsNamed() {
        LabRunner alone = new LabRunner(
                lab -> shell,
                ability -> ability.equals(ProgramRole.ABILITY) ? Optional.of("none is named") : Optional.empty(),
                LabLimits.USUAL,
                clock);
        LabResult result =
                alone.run(labs.good("a.lab", "---\nprogram: server\n---\n> connect {port}\n"), LabListener.SILENT);
        assertThat(result.verdict()).isEqualTo(LabVerdict.SKIPPED);
        assertThat(result.reason()).isEqualTo("requires program: none is named");
        assertThat(shell.lines).isEmpty();
    }

    @Test
    void whatIsGivenIsThereBeforeTheFirstLineAndIsNotCaughtAnew() {
        shell.given.put("port", "8080");
        shell.on("connect 8080", 0, "to 9090");
        LabResult result = run("---\nprogram: server\n---\n> connect {port}\nto {port}\n");
        assertThat(shell.lines).containsExactly("connect 8080");
        assertThat(result.steps().get(0).verdict())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.difference().reason()).isEqualTo("{port} is 8080, here 9090"));
    }

    @Test
    void tellsWhatALineCapturedBeforeTheNextOne() {
        shell.on("bind", 0, "port 8080", "wrong").on("status", 0);
        shell.whenAsked = () -> shell.captured.add(shell.lines.get(shell.lines.size() - 1));
        run("> bind\nport {port}\nright\n> status\n");
        assertThat(shell.captured).containsExactly("bind", "port=8080", "status");
    }

    @Test
    void aClientThatIsNeverToldWhomToAskIsNotJudged() {
        shell.on("server", 0, "port 8080, iterative").on("program", 0, "not started");
        String lab = "---\nprogram: client\nlimit: 1s\n---\n> server\nport {port}\n# points: 2\n> program\nended\n";
        LabResult result = run(lab);
        assertThat(result.verdict()).isEqualTo(LabVerdict.NOT_STARTED);
        assertThat(result.reason())
                .isEqualTo("the lab's own fault: no line captured {port}, and the program was not started");
        assertThat(run(lab.replace("{port}\n", "{port}, iterative\n")).verdict())
                .isEqualTo(LabVerdict.FAILED);
        shell.whenAsked = () -> clock.sleep(Duration.ofSeconds(1));
        assertThat(run(lab).reason())
                .isEqualTo("time limit of 1s reached; the lab's own fault: no line captured {port},"
                        + " and the program was not started");
        assertThat(run(lab.replace("program: client", "seed: 1")).verdict()).isEqualTo(LabVerdict.FAILED);
    }

    private static final String TAKES =
            "---\nprogram: server\ntakes: up\n---\n> bind\nport {up}\n> connect {port}\n> end\n";

    private LabResult takes(String shown) {
        shell.captured.clear();
        shell.lines.clear();
        shell.given.put("port", "8080");
        shell.on("connect 8080", 0).on("end", 0);
        return run(TAKES.replace("bind", shown));
    }

    @Test
    void aServerBeginsBeforeTheFirstLineThatAsksIt() {
        shell.on("bind", 0, "port 9090");
        assertThat(takes("bind").verdict()).isEqualTo(LabVerdict.PASSED);
        assertThat(shell.captured).containsExactly("up=9090", "asking");
        shell.absence = Optional.of(new SubmissionException("echo: ended with status 1", List.of()));
        LabResult failed = takes("bind");
        assertThat(failed.verdict()).isEqualTo(LabVerdict.FAILED);
        assertThat(failed.reason()).isEqualTo("echo: ended with status 1");
        assertThat(failed.passedSteps()).isOne();
        assertThat(shell.lines).containsExactly("bind");
        shell.absence = Optional.of(new IOException("no process left"));
        assertThat(takes("bind").verdict()).isEqualTo(LabVerdict.NOT_STARTED);
        shell.absence = Optional.of(new InterruptedIOException("interrupted"));
        assertThat(takes("bind").verdict()).isEqualTo(LabVerdict.INTERRUPTED);
    }

    @Test
    void whatAProgramCannotBeToldIsTheLabsOwnFault() {
        shell.on("miss", 0, "nothing").on("words", 0, "port ;exit");
        LabResult missed = takes("miss");
        assertThat(missed.verdict()).isEqualTo(LabVerdict.NOT_STARTED);
        assertThat(missed.reason())
                .isEqualTo("the lab's own fault: no line captured {up}, and the program was not started");
        LabResult words = takes("words");
        assertThat(words.verdict()).isEqualTo(LabVerdict.NOT_STARTED);
        assertThat(words.reason())
                .isEqualTo("the lab's own fault: {up} is ;exit (expected: a port, an address, letters and digits,"
                        + " behind the first also . _ -), and the program was not started");
    }

    @Test
    void aClientThatFindsNobodyIsNotJudged() {
        shell.on("bind", 0, "port 8080").on("accept", 1, "EINVAL");
        shell.shutOut = true;
        String lab = "---\nprogram: client\n---\n> bind\nport {port}\n> accept\n4\n";
        LabResult result = run(lab);
        assertThat(result.verdict()).isEqualTo(LabVerdict.NOT_STARTED);
        assertThat(result.reason())
                .isEqualTo("the lab's own fault: nobody listened at {port}, and the program was not started");
        shell.shutOut = false;
        assertThat(run(lab).verdict()).isEqualTo(LabVerdict.FAILED);
    }

    @Test
    void aLineThatCannotBeMeantIsTheLabsOwnFault() {
        shell.given.put("port", "8080");
        shell.on("socket", 0).refused("recv bbo").refused("connect 8080").on("say", 0, "no");
        String lab = "---\nprogram: server\n---\n> socket\n# points: 2\n> recv bbo\nhello\n";
        LabResult result = run(lab);
        assertThat(result.verdict()).isEqualTo(LabVerdict.AT_FAULT);
        assertThat(result.reason()).isEqualTo("the lab's own fault: line 6 cannot be meant");
        assertThat(run(lab.replace("recv bbo", "connect {port}")).verdict()).isEqualTo(LabVerdict.AT_FAULT);
        shell.on("bind", 0, "9090").refused("connect 9090");
        String taken = "---\nprogram: server\ntakes: up\n---\n> bind\n{up}\n> connect {up}\n> connect {port}\n";
        assertThat(run(taken).verdict()).isEqualTo(LabVerdict.AT_FAULT);
        assertThat(run(lab + "[2]\n").verdict()).isEqualTo(LabVerdict.AT_FAULT);
        assertThat(run(lab.replace("hello", "...\n[2]")).verdict()).isEqualTo(LabVerdict.PASSED);
        assertThat(run(lab.replace("program: server", "seed: 1")).verdict()).isEqualTo(LabVerdict.FAILED);
    }

    @Test
    void whatMayBeTheProgramsDoingIsNotTheLabsOwnFault() {
        shell.on("accept", 4, "EAGAIN").refused("recv bob").on("ask", 0, "bob").on("source", 2);
        String front = "---\nprogram: server\n---\n";
        assertThat(run(front + "> accept\nbob\n> recv bob\nhello\n").verdict()).isEqualTo(LabVerdict.FAILED);
        assertThat(run(front + "> ask\n{who}\n> recv {who}\nhello\n").verdict()).isEqualTo(LabVerdict.FAILED);
        assertThat(run(front + "> source\nhello\n").verdict()).isEqualTo(LabVerdict.FAILED);
    }

    @Test
    void aClientsLabThatIsInterruptedBeforeIsNoFaultOfTheLab() {
        LabRunner runner = new LabRunner(lab -> shell, Abilities.ALL, LabLimits.USUAL, clock);
        shell.on("server", 0, "");
        shell.whenAsked = runner::stop;
        String lab = "---\nprogram: client\n---\n> server\nport {port}\n> server\n";
        assertThat(runner.run(labs.good("a.lab", lab), LabListener.SILENT).verdict())
                .isEqualTo(LabVerdict.INTERRUPTED);
    }

    @Test
    void whatIsInterruptedWhileItOpensIsNoFaultOfTheLab() {
        InterpreterFactory interrupted = lab -> {
            throw new InterruptedIOException("interrupted");
        };
        assertThat(run(interrupted, "> a\n").verdict()).isEqualTo(LabVerdict.INTERRUPTED);
    }

    @Test
    void theTimeAProgramTakesToComeUpIsNotTheLabs() {
        InterpreterFactory late = lab -> {
            clock.sleep(Duration.ofMinutes(5));
            return shell.on("a", 0);
        };
        LabResult result = run(late, "> a\n");
        assertThat(result.verdict()).isEqualTo(LabVerdict.PASSED);
        assertThat(result.took()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aCommandMayTakeAsLongAsTheLab() {
        shell.on("wait", 0);
        run("---\nprogram: server\nlimit: 40s\n---\n> wait\n");
        run("---\nlimit: 40s\n---\n> wait\n");
        assertThat(shell.limits).containsExactly(Duration.ofSeconds(40), Duration.ofSeconds(10));
    }

    @Test
    void howTheProgramStandsIsAskedBeforeItIsEnded() {
        shell.on("a", 0, "wrong");
        shell.remarks = () -> List.of("closed " + shell.closed);
        assertThat(run("> a\nright\n").remarks()).containsExactly("closed 0");
    }
}
