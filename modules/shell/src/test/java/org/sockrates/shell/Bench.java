package org.sockrates.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Patience;
import org.sockrates.shell.job.Voice;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

/** A session with real sockets and an ear for what is said, for tests: a line in, what it showed out. */
public final class Bench implements AutoCloseable, Voice {
    /** What every clock on the wall shows. */
    public static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:01:07Z"), ZoneOffset.UTC);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<String> results = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private final LineInterpreter interpreter;
    private int status;

    public Bench(Duration timeout) {
        interpreter = new Sessions(kit()).open(SessionFiles.anywhere(Path.of("")), timeout);
    }

    public Bench() {
        this(Duration.ofSeconds(5));
    }

    /** Both transports, no paths. */
    public static Kit kit(Transport... more) {
        List<Transport> transports = new ArrayList<>(List.of(new TcpTransport(), new UdpTransport()));
        transports.addAll(List.of(more));
        return new Kit(transports, List.of(), Map.of(), Path.of(""), NOON, false);
    }

    public LineInterpreter interpreter() {
        return interpreter;
    }

    /** Runs a line to its end, and gives the lines of its result. */
    public synchronized List<String> run(String line) {
        return run(line, Origin.PROMPT);
    }

    /** Runs a line as somebody else's. */
    public List<String> run(String line, Origin origin) {
        results.clear();
        troubles.clear();
        LineInterpreter.Started started = Objects.requireNonNull(interpreter.start(line, origin, this));
        Job job = started.job();
        Patience patience = Patience.atMost(interpreter.session().jobs(), LIMIT);
        status = patience.watch(job, started.background()) ? job.status() : 0;
        return List.copyOf(results);
    }

    /** Runs lines, and gives the first line of the last one's result. */
    public String last(String... lines) {
        List<String> shown = List.of();
        for (String line : lines) {
            shown = run(line);
        }
        return shown.isEmpty() ? "" : shown.get(0);
    }

    /** The port a socket is bound to. */
    public int port(String socket) {
        return interpreter.session().sockets().all().stream()
                .filter(open -> open.word().equals(socket))
                .map(open -> Objects.requireNonNull(open.socket().local()).getPort())
                .findFirst()
                .orElseThrow();
    }

    public int status() {
        return status;
    }

    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    public synchronized List<String> news() {
        return List.copyOf(news);
    }

    @Override
    public void result(String line) {
        results.add(line);
    }

    @Override
    public void trouble(String line) {
        troubles.add(line);
    }

    @Override
    public synchronized void news(String line) {
        news.add(line);
    }

    @Override
    public void close() {
        interpreter.session().close();
    }
}
