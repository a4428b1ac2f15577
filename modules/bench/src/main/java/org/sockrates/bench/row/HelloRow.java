package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    private static final int CROWD = 16;
    private static final int EXCHANGES = 9_000;

    @Override
    public String word() {
        return "hello";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        Turns single = new Turns().ours(() -> ours(plan, "iterative", 1));
        Turns crowd = new Turns().ours(() -> ours(plan, "selector", CROWD));
        Tools.lacking(List.of(Python.TOOL))
                .ifPresentOrElse(
                        reason -> {
                            single.without("python", reason);
                            crowd.without("python threads", reason);
                        },
                        () -> {
                            single.with("python", () -> pythonAlone(plan));
                            crowd.with("python threads", () -> oursAgainstPython(plan));
                        });
        single.take(plan.rounds());
        crowd.take(plan.rounds());
        return new Section(
                word(),
                List.of(
                        "one client: our iterative server and client roles; a plain Python socket server and client",
                        "16 clients: our client role in 16 threads of one process, the same against both servers:",
                        "our selector style, and a Python server with a thread a connection; nothing is pinned",
                        "9,000 exchanges measured after as many at another port, fewer than use up clients' ports"),
                List.of(
                        single.against("python", "hello, 1 client", UNIT, Bound.atLeast(1.8)),
                        crowd.against("python threads", "hello, 16 clients", UNIT, Bound.atLeast(5))));
    }

    private static double ours(Plan plan, String style, int clients) throws IOException {
        Ours told = Ours.with(Map.of("style", style));
        try (Child server = Ours.start(told.command("hello-server"))) {
            return clients(plan, clients, Ours.ports(server));
        }
    }

    private static double oursAgainstPython(Plan plan) throws IOException {
        try (Child server = Python.start(plan.peer("hello_server.py"), "threads")) {
            return clients(plan, CROWD, Ours.ports(server));
        }
    }

    private static double clients(Plan plan, int clients, List<Integer> ports) throws IOException {
        Ours told = Ours.with(Map.of("clients", Integer.toString(clients)))
                .and("warm", plan.count(EXCHANGES))
                .and("count", plan.count(EXCHANGES))
                .and("port", ports.get(0))
                .and("second", ports.get(1));
        try (Child asking = Ours.start(told.command("hello-clients"))) {
            return Ours.result(asking, RESULT);
        }
    }

    private static double pythonAlone(Plan plan) throws IOException {
        try (Child server = Python.start(plan.peer("hello_server.py"), "iterative")) {
            List<Integer> ports = Ours.ports(server);
            String count = Integer.toString(plan.count(EXCHANGES));
            String first = ports.get(0).toString();
            try (Child client = Python.start(
                    plan.peer("hello_client.py"), first, ports.get(1).toString(), count)) {
                return Ours.result(client, RESULT);
            }
        }
    }
}
