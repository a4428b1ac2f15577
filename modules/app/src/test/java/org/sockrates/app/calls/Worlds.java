package org.sockrates.app.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two worlds in which the same calls are made, one after the other, on one kernel. */
final class Worlds implements AutoCloseable {
    private static final int FIRST_PORT = 10_000;

    private final PythonCalls python = new PythonCalls();
    private final JavaCalls java = new JavaCalls();
    private final List<Made> made = new ArrayList<>();
    private int port = FIRST_PORT;

    Worlds() throws Exception {}

    /** Begins a run, without sockets and at ports of its own. */
    void begin() throws Exception {
        java.close();
        port = python.begin(port);
        java.begin(port + Calls.PORTS);
        port += 2 * Calls.PORTS;
        made.clear();
    }

    /** Makes a call in both. */
    Made make(String call) throws Exception {
        Made next = new Made(List.copyOf(made), call, python.make(call), java.make(call));
        made.add(next);
        return next;
    }

    /** The calls so far. */
    List<Made> made() {
        return List.copyOf(made);
    }

    /** Whether the run has come to where the worlds go apart, and what came of it cannot be compared. */
    boolean apart() {
        return !made.isEmpty() && (last().differs() || Difference.of(last()).isPresent());
    }

    private Made last() {
        return made.get(made.size() - 1);
    }

    /** The call at which the worlds went apart, where nobody knows why. */
    Optional<Made> fault() {
        return made.isEmpty() || !last().differs() || Difference.of(last()).isPresent()
                ? Optional.empty()
                : Optional.of(last());
    }

    private Optional<Made> replay(List<String> calls) throws Exception {
        begin();
        for (String call : calls) {
            make(call);
            if (apart()) {
                break;
            }
        }
        return fault();
    }

    /** What is left of calls that go apart when those are left out that can be, one by one. */
    List<Made> shortest(List<String> calls) throws Exception {
        List<String> left = calls;
        for (int i = left.size() - 1; i >= 0; i--) {
            List<String> fewer = new ArrayList<>(left);
            fewer.remove(i);
            if (replay(fewer).isPresent()) {
                left = made.stream().map(Made::call).toList();
                i = Math.min(i, left.size());
            }
        }
        replay(left);
        return made();
    }

    @Override
    public void close() throws Exception {
        java.close();
        python.close();
    }
}
