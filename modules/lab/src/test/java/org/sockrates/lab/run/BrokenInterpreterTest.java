package org.sockrates.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.lab.Interpreter;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Labs;
import org.sockrates.lab.run.StepResult.Skipped;

/** An interpreter that throws, or that may take for ever. */
final class BrokenInterpreterTest {
    private final Labs labs = new Labs();
    private final List<LabResult> told = new ArrayList<>();
    private final LabListener listener = new LabListener() {
        @Override
        public void labEnds(LabResult result) {
            told.add(result);
        }
    };

    private static LabRunner runner(InterpreterFactory interpreters) {
        return new LabRunner(interpreters, Abilities.ALL, LabLimits.USUAL, new ManualLabClock());
    }

    private static FakeInterpreter good() {
        return new FakeInterpreter().on("a", 0).on("b", 0);
    }

    /** The second of three labs has it. */
    private List<LabResult> runAmongOthers(InterpreterFactory interpreters, String text) {
        LabDocument broken = labs.good("broken.lab", text);
        LabRunner runner = runner(lab -> lab == broken ? interpreters.open(lab) : good());
        return runner.run(List.of(labs.good("a.lab", "> a\n"), broken, labs.good("b.lab", "> b\n")), listener);
    }

    /** In one of its methods. */
    private static final class Throwing implements Interpreter {
        private final String where;
        private final List<String> lines = new ArrayList<>();
        private int closed;

        Throwing(String where) {
            this.where = where;
        }

        private void here(String method) {
            if (method.equals(where)) {
                throw new IllegalStateException("not yet");
            }
        }

        @Override
        public Outcome interpret(String line, Duration limit) {
            here(line);
            lines.add(line);
            return new Outcome(List.of("said"), 0);
        }

        @Override
        public Map<String, String> given() {
            here("given");
            return Map.of();
        }

        @Override
        public void captured(String name, String value) {
            here("captured");
        }

        @Override
        public Duration pardoned() {
            here("pardoned");
            return Duration.ZERO;
        }

        @Override
        public List<String> remarks() {
            here("remarks");
            return List.of();
        }

        @Override
        public void close() {
            closed++;
            here("close");
        }
    }

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of("b", 1, "line 3: "),
                Arguments.of("given", 0, "line 1: "),
                Arguments.of("captured", 2, "line 5: "),
                Arguments.of("pardoned", 0, "line 1: "),
                Arguments.of("remarks", 3, ""),
                Arguments.of("close", 3, ""));
    }

    @ParameterizedTest
    @MethodSource("places")
    void itsLabEndsThereAndNoOther(String where, int steps, String line) {
        Throwing throwing = new Throwing(where);
        List<LabResult> results = runAmongOthers(lab -> throwing, "> a\nsaid\n> b\nsaid\n> c\n{word}\nmore\n");

        LabResult broken = results.get(1);
        String reason = line + "its interpreter threw IllegalStateException: not yet";
        assertThat(results)
                .extracting(LabResult::verdict)
                .containsExactly(LabVerdict.PASSED, LabVerdict.AT_FAULT, LabVerdict.PASSED);
        assertThat(broken.reason()).isEqualTo(reason);
        assertThat(broken.steps()).hasSize(3);
        assertThat(broken.passedSteps()).isEqualTo(Math.min(steps, 2));
        assertThat(broken.steps().subList(steps, 3))
                .allSatisfy(step -> assertThat(step.verdict()).isEqualTo(new Skipped(reason)));
        assertThat(told).containsExactlyElementsOf(results);
        assertThat(throwing.closed).isOne();
    }

    @Test
    void oneThatCannotBeMadeHasRunNothing() {
        List<LabResult> results = runAmongOthers(
                lab -> {
                    throw new UnsupportedOperationException();
                },
                "> a\n");

        assertThat(results.get(1).verdict()).isEqualTo(LabVerdict.NOT_STARTED);
        assertThat(results.get(1).reason()).isEqualTo("its interpreter threw UnsupportedOperationException");
        assertThat(told).containsExactlyElementsOf(results);
    }

    @Test
    void whatBreaksBecauseItWasStoppedIsInterrupted() {
        FakeInterpreter shell = good();
        LabRunner runner = runner(lab -> shell);
        shell.whenAsked = () -> {
            runner.stop();
            throw new IllegalStateException("where is my socket?");
        };
        LabResult result = runner.run(labs.good("a.lab", "> a\n"), listener);

        assertThat(result.verdict()).isEqualTo(LabVerdict.INTERRUPTED);
        assertThat(result.reason()).isEqualTo("interrupted");
        assertThat(shell.closed).isOne();
    }

    @Test
    void soIsWhatCannotBeMadeForThat() {
        AtomicReference<LabRunner> runner = new AtomicReference<>();
        runner.set(runner(lab -> {
            runner.get().stop();
            throw new IllegalStateException("where is my session?");
        }));
        LabResult result = runner.get().run(labs.good("a.lab", "> a\n"), listener);

        assertThat(result.verdict()).isEqualTo(LabVerdict.INTERRUPTED);
        assertThat(told).containsExactly(result);
    }

    @Test
    void limitsMayBeAsLongAsThereAre() {
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
        FakeInterpreter shell = good();
        LabRunner runner = new LabRunner(
                lab -> shell, Abilities.ALL, new LabLimits(forever, forever, forever), new SystemLabClock());
        LabResult result = runner.run(labs.good("a.lab", "> a\n"), listener);

        assertThat(result.passed()).isTrue();
        assertThat(shell.limits.get(0)).isBetween(Duration.ofDays(36_000), Duration.ofDays(36_500));
    }
}
