package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Python;
import org.sockrates.bench.process.Tools;

/** How many short conversations a second: open, send, receive, close. */
public final class HelloRow implements Row {
    private static final String UNIT = "exchanges a second";
    private static final int CROWD = 16;

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
                        "our selector style, and a Python server with a thread a connection; nothing is pinned"),
                List.of(
                        single.against("python", "hello, 1 client", UNIT, Bound.atLeast(1.8)),
                        crowd.against("python threads", "hello, 16 clients", UNIT, Bound.atLeast(5))));
    }

    private static double ours(Plan plan, String style, int clients) throws IOException {
        return OurEnds.anywhere("hello-server", "hello-clients")
                .atClient(told(plan, clients).and("style", style), "exchanges_per_second");
    }

    private static double oursAgainstPython(Plan plan) throws IOException {
        try (var server = Python.start(plan.peer("hello_server.py"), "threads")) {
            Ours told = told(plan, CROWD).and("port", Ours.port(server));
            try (var clients = Ours.start(told.command("hello-clients"))) {
                return Ours.result(clients, "exchanges_per_second");
            }
        }
    }

    private static double pythonAlone(Plan plan) throws IOException {
        try (var server = Python.start(plan.peer("hello_server.py"), "iterative");
                var client = Python.start(
                        plan.peer("hello_client.py"),
                        Integer.toString(Ours.port(server)),
                        Long.toString(plan.warm().toMillis()),
                        Long.toString(plan.window().toMillis()))) {
            return Ours.result(client, "exchanges_per_second");
        }
    }

    private static Ours told(Plan plan, int clients) {
        return Ours.with(Map.of("clients", Integer.toString(clients)))
                .and("warm", plan.warm().toMillis())
                .and("window", plan.window().toMillis());
    }
}
