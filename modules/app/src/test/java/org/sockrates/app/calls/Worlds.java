package org.sockrates.app.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two worlds in which the same calls are made, one after the other, on one kernel. */
final class Worlds implements AutoCloseable {
    private static final int FIRST_PORT = 10_000;
    private static final int MOST_CALLS = 25;

    private final PythonCalls python = new PythonCalls();
    private final Calls here;
    private final List<Made> made = new ArrayList<>();
    private int port = FIRST_PORT;

    /** @param here the calls that are held against the kernel's own answers; closed with the worlds */
    Worlds(Calls here) throws Exception {
        this.here = here;
    }

    /** Begins a run, without sockets and at ports of its own. */
    void begin() throws Exception {
        port = python.look(port);
        here.begin(port + Calls.PORTS);
        port += 2 * Calls.PORTS;
        made.clear();
    }

    /** Makes a call in both. */
    Made make(String call) throws Exception {
        Made next = new Made(List.copyOf(made), call, here.told(python.make(call)), here.make(call));
        made.add(next);
        return next;
    }

    /** Makes calls as they are drawn, and then what every socket that is left is asked; fails where nobody knows why they differ. */
    void run(RandomCalls random) throws Exception {
        begin();
        for (int i = 0; i < MOST_CALLS && !apart(); i++) {
            String call = random.next();
            if (here.has(call)) {
                random.learn(call, make(call).python());
                random.plan(here.advised());
            }
        }
        List<String> farewell = apart() ? List.of() : random.farewell();
        for (int i = 0; i < farewell.size() && !apart(); i++) {
            make(farewell.get(i));
        }
        if (fault().isPresent()) {
            throw new AssertionError(story());
        }
    }

    private String story() throws Exception {
        List<Made> all = made();
        List<Made> shortest = shortest(all.stream().map(Made::call).toList());
        return Stream.of(
                        Stream.of("the shortest run whose last call answers otherwise than the kernel:"),
                        (fault().isPresent() ? shortest : all).stream().map(made -> "  " + made),
                        Stream.of("known, and none of these:"),
                        Stream.of(Difference.values()).map(known -> "  " + known))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
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
        here.close();
        python.close();
    }
}
