package org.sockrates.lab.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sockrates.lab.Interpreter;

/** Answers known lines as it was told, each answer once and the last one for ever; unknown lines with status 2. */
final class FakeInterpreter implements Interpreter {
    private final Map<String, Deque<Outcome>> answers = new HashMap<>();
    final List<String> lines = new ArrayList<>();
    final List<Duration> limits = new ArrayList<>();
    final Map<String, String> given = new HashMap<>();
    final List<String> captured = new ArrayList<>();
    Supplier<List<String>> remarks = List::of;
    boolean shutOut;
    Optional<IOException> absence = Optional.empty();
    Duration pardoned = Duration.ZERO;
    int closed;
    Runnable whenAsked = () -> {};

    FakeInterpreter on(String line, int status, String... shown) {
        return on(line, new Outcome(List.of(shown), status));
    }

    FakeInterpreter endedAtItsLimit(String line, String... shown) {
        return on(line, Outcome.timedOut(List.of(shown)));
    }

    FakeInterpreter refused(String line) {
        return on(line, Outcome.refused(List.of(line + ": unknown")));
    }

    private FakeInterpreter on(String line, Outcome outcome) {
        answers.computeIfAbsent(line, unseen -> new ArrayDeque<>()).add(outcome);
        return this;
    }

    @Override
    public Outcome interpret(String line, Duration limit) {
        lines.add(line);
        limits.add(limit);
        whenAsked.run();
        Deque<Outcome> known = answers.get(line);
        if (known == null) {
            return new Outcome(List.of(line + ": unknown command"), 2);
        }
        return known.size() > 1 ? known.remove() : known.element();
    }

    @Override
    public Map<String, String> given() {
        return given;
    }

    @Override
    public void captured(String name, String value) {
        captured.add(name + "=" + value);
    }

    @Override
    public void beforeAsking() throws IOException {
        captured.add("asking");
        if (absence.isPresent()) {
            throw absence.get();
        }
    }

    @Override
    public Duration pardoned() {
        return pardoned;
    }

    @Override
    public boolean shutOut() {
        return shutOut;
    }

    @Override
    public List<String> remarks() {
        return remarks.get();
    }

    @Override
    public void close() {
        closed++;
    }
}
