package org.sockrates.shell.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.Interpreter;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Foreground;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Voice;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.UsageException;

/** The shell as a lab sees it: one line in, what it showed and its status out. News are not part of it. */
final class LabInterpreter implements Interpreter {
    private static final Duration ENDING = Duration.ofSeconds(2);

    private final LineInterpreter interpreter;
    private final @Nullable LabStage stage;
    private volatile @Nullable Job asker;
    private volatile @Nullable Job atWork;
    private volatile boolean beside; // what a line in the background has done by now, whom it met decides
    private volatile Consumer<String> news = line -> {}; // not part of what a command showed

    private LabInterpreter(LineInterpreter interpreter, @Nullable LabStage stage) {
        this.interpreter = interpreter;
        this.stage = stage;
    }

    /** Over a session that is somebody else's. */
    static LabInterpreter over(LineInterpreter interpreter) {
        return new LabInterpreter(interpreter, null);
    }

    /** Over a session that a lab has to itself, on a stage that is put back when it is closed. */
    static LabInterpreter on(LineInterpreter interpreter, LabStage stage) {
        return new LabInterpreter(interpreter, stage);
    }

    @Override
    public Outcome interpret(String line, Duration limit) {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        Voice voice = Voice.of(said::add, said::add, news); // news happen beside a lab, and each time otherwise
        try {
            LineInterpreter.Started started = interpreter.start(line, Origin.LAB, voice);
            boolean alone = !beside;
            beside |= started != null && started.background();
            OptionalInt status = started == null ? OptionalInt.of(ExitStatus.OK) : status(started, limit);
            program().ifPresent(GradedProgram::mayBegin);
            interpreter.session().traces().settle();
            List<String> shown = lines(said);
            if (status.isEmpty()) {
                return Outcome.timedOut(shown);
            }
            boolean unmeant = alone && started != null && started.job().unmeant();
            return unmeant ? Outcome.refused(shown) : new Outcome(shown, status.getAsInt());
        } catch (UsageException misspelt) {
            return Outcome.refused(List.of(Failure.text(misspelt)));
        }
    }

    private static List<String> lines(List<String> said) {
        synchronized (said) { // one that had to be ended may still speak
            return said.stream().flatMap(String::lines).toList();
        }
    }

    /** Empty when it had to be ended. */
    private OptionalInt status(LineInterpreter.Started started, Duration limit) {
        Job job = started.job();
        atWork = job;
        if (started.background()) {
            boolean ended = Foreground.toTheEnd(interpreter.session().jobs()).watch(job, true);
            return OptionalInt.of(ended ? job.status() : ExitStatus.OK);
        }
        Job waiting = asker;
        if (waiting != null) {
            waiting.doneBy(job);
        }
        long until = SystemClock.INSTANCE.nanoTime() + limit.minus(pardoned()).toNanos();
        Duration left = limit;
        while (left.toNanos() > 0) {
            if (job.await(left)) {
                return OptionalInt.of(job.status());
            }
            left = pardoned().plusNanos(until - SystemClock.INSTANCE.nanoTime());
        }
        job.cancelOvertime();
        job.await(ENDING);
        return OptionalInt.empty();
    }

    @Override
    public Map<String, String> given() {
        return program().map(GradedProgram::given).orElse(Map.of());
    }

    @Override
    public void captured(String name, String value) {
        program().ifPresent(program -> program.captured(name, value));
    }

    @Override
    public void beforeAsking() throws IOException {
        Optional<GradedProgram> program = program();
        if (program.isPresent()) {
            program.get().beforeAsking();
        }
    }

    @Override
    public Duration pardoned() {
        return program().map(GradedProgram::pardoned).orElse(Duration.ZERO);
    }

    @Override
    public boolean shutOut() {
        return program().filter(GradedProgram::shutOut).isPresent();
    }

    @Override
    public List<String> remarks() {
        return program().map(GradedProgram::remarks).orElse(List.of());
    }

    private Optional<GradedProgram> program() {
        return interpreter.session().program();
    }

    /**
     * Whose work the commands do from now on.
     *
     * @param listener is told of what servers do that they start
     */
    void workFor(Job job, Consumer<String> listener) {
        asker = job;
        news = listener;
    }

    /** Asks the command at work to end. */
    void stop() {
        Job job = atWork;
        if (job != null) {
            job.cancel();
        }
    }

    @Override
    public void close() {
        try {
            if (stage != null) {
                stage.restore();
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } finally {
            try {
                Clearing.of(interpreter.session());
            } finally {
                interpreter.session().close(); // and with it the program, whatever a socket of somebody's own throws
            }
        }
    }
}
