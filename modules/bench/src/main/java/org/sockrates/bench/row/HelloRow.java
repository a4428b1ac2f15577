package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Python;
import org.sockrates.bench.process.Tools;

/** How many short conversations a second: open, send, receive, close. */
public final class HelloRow implements Row {
    private static final String UNIT = "exchanges a second";
    private static final String RESULT = "exchanges_per_second";
    private static final String PYTHON = "python";
    private static final String C = "c";
    private static final String BLOCKING = "blocking";
    private static final int CROWD = 16;
    private static final int PORTS = 12;
    private static final int EXCHANGES = 6_000;
    private static final int CROWD_EXCHANGES = 4_000;

    @Override
    public String word() {
        return "hello";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        Optional<String> lacking = Tools.lacking(List.of(Python.TOOL));
        Optional<String> noCompiler = Tools.lacking(List.of(Python.TOOL, Compiled.C));
        Turns single = new Turns()
                .ours(() -> plain(plan, "spin"))
                .with(BLOCKING, () -> plain(plan, "block"))
                .with(PYTHON, lacking, () -> python(plan))
                .with(C, noCompiler, () -> c(plan))
                .take(plan.rounds());
        Turns crowd = new Turns()
                .ours(() -> selector(plan))
                .with(PYTHON, lacking, () -> againstPythonThreads(plan))
                .with(C, noCompiler, () -> againstC(plan))
                .take(plan.rounds());
        return new Section(
                word(),
                List.of(
                        "1 client: a server and a client of plain socket calls, in Java and in Python; not pinned",
                        "ours spins (Waiting.spinning), or blocks (Waiting.unlimited); Python blocks, C spins, at one port",
                        "Java's flags are those of scripts/sockrates: no second compiler for a server and a client",
                        "16 clients: ours, blocking, one thread takes each step for all 16, the same against each server:",
                        "our server's selector style, a Python server with a thread a connection, one in C with epoll",
                        EXCHANGES + " exchanges at each of six ports, of the crowd " + CROWD_EXCHANGES
                                + ", after as many at six others to",
                        "warm up: fewer at a port than use up its clients' ports by TIME-WAIT"),
                List.of(
                        single.against(PYTHON, "hello, 1 client", UNIT, Bound.atLeast(1.8)),
                        crowd.against(PYTHON, "hello, 16 clients", UNIT, Bound.atLeast(5)),
                        single.shown(BLOCKING, PYTHON, "hello, 1 client, blocking", UNIT),
                        single.shown(C, PYTHON, "hello, 1 client, c (src/peers/hello.c)", UNIT),
                        crowd.shown(C, PYTHON, "hello, 16 clients, c", UNIT)));
    }

    private static double plain(Plan plan, String manner) throws IOException {
        Ours told = Ours.with(Map.of("manner", manner))
                .asLaunched()
                .and("ports", PORTS)
                .and("count", plan.count(EXCHANGES));
        try (Child server = Ours.start(told.command("plain-hello-server"))) {
            return clients(told.and("clients", 1), server);
        }
    }

    private static double selector(Plan plan) throws IOException {
        Ours told = Ours.with(Map.of("style", "selector")).asLaunched().and("ports", PORTS);
        try (Child server = Ours.start(told.command("hello-server"))) {
            return clients(crowd(plan), server);
        }
    }

    private static double againstPythonThreads(Plan plan) throws IOException {
        try (Child server = pythonServer(plan, "threads")) {
            return clients(crowd(plan), server);
        }
    }

    private static double againstC(Plan plan) throws IOException {
        String hello = Compiled.c(plan, "hello.c").toString();
        try (Child server = Ours.start(List.of(hello, "crowd", Integer.toString(PORTS)))) {
            return clients(crowd(plan), server);
        }
    }

    private static Ours crowd(Plan plan) {
        return Ours.with(Map.of("manner", "block"))
                .asLaunched()
                .and("clients", CROWD)
                .and("count", plan.count(CROWD_EXCHANGES));
    }

    private static double clients(Ours told, Child server) throws IOException {
        try (Child asking =
                Ours.start(told.and("ports", joined(Ours.ports(server))).command("hello-clients"))) {
            return Ours.result(asking, RESULT);
        }
    }

    private static double python(Plan plan) throws IOException {
        try (Child server = pythonServer(plan, "iterative")) {
            String count = Integer.toString(plan.count(EXCHANGES));
            String ports = joined(Ours.ports(server));
            try (Child client = Python.start(plan.peer("hello_client.py"), ports, count)) {
                return Ours.result(client, RESULT);
            }
        }
    }

    private static double c(Plan plan) throws IOException {
        String hello = Compiled.c(plan, "hello.c").toString();
        try (Child server = Ours.start(List.of(hello, "serve"))) {
            String count = Integer.toString(plan.count(EXCHANGES));
            String port = Integer.toString(Ours.port(server));
            try (Child client = Ours.start(List.of(hello, "ask", port, count))) {
                return Ours.result(client, RESULT);
            }
        }
    }

    private static Child pythonServer(Plan plan, String style) throws IOException {
        return Python.start(plan.peer("hello_server.py"), style, Integer.toString(PORTS));
    }

    private static String joined(List<Integer> ports) {
        return ports.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
