package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Foreground;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.testkit.Ipv6;
import org.sockrates.transport.udp.UdpTransport;

/**
 * A session with real sockets for tests: a line is typed, and what it showed comes out. In lines and in what they are to
 * show, {@code {door}} is the port of the socket of that name or number, open or closed; where there is none, itself. A line
 * that wants IPv6 ends the test where the machine has none.
 */
public final class Typing implements AutoCloseable {
    /** What every clock on the wall shows. */
    public static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:01:07Z"), ZoneOffset.UTC);

    /** How long a line is watched unless it says otherwise; far beyond what any takes. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern ADDRESS = Pattern.compile(":([0-9]{1,5})\\b");
    private static final Pattern TRIES_IPV6 = Pattern.compile("\\(AF_INET6|this machine has no IPv6");
    private static final Pattern PORT = Pattern.compile("\\{([a-z0-9]+)}");

    private final LineInterpreter interpreter;
    private final Ear ear = new Ear();
    private final Map<String, Integer> ports = new HashMap<>();

    /** A call waits long enough for everything that comes. */
    public Typing(Kit kit) {
        this(kit, TIMEOUT);
    }

    /** @param timeout the longest a call waits */
    public Typing(Kit kit, Duration timeout) {
        this(kit, false);
        interpreter.session().defaults().timeout(timeout);
    }

    private Typing(Kit kit, boolean onWire) {
        interpreter = new Sessions(kit).open(SessionFiles.anywhere(kit.folder()), onWire);
    }

    /** On a kit's wire. */
    public static Typing onWire(Kit kit) {
        return new Typing(kit, true);
    }

    /** As {@link #kit} has it, in no folder of its own. */
    public Typing() {
        this(kit(Path.of("")));
    }

    /** With these transports and paths alone. */
    public static Typing of(List<Transport> transports, org.sockrates.link.Path... paths) {
        return new Typing(new Kit(transports, List.of(paths), Map.of(), Path.of(""), NOON, false));
    }

    /** Calls wait only so long: for what does not come. */
    public static Typing hasty(Duration timeout) {
        return new Typing(kit(Path.of("")), timeout);
    }

    /** Relative file names begin in a folder. */
    public static Typing in(Path folder) {
        return new Typing(kit(folder));
    }

    /** TCP, UDP, the paths loopback and relay, no environment. */
    public static Kit kit(Path folder) {
        List<Transport> transports = List.of(new TcpTransport(), new UdpTransport());
        return new Kit(transports, List.of(new LoopbackPath(), new RelayPath()), Map.of(), folder, NOON, false);
    }

    /** Types a line at the prompt and watches it to its end; one behind which {@code &} stands, until it is left. */
    public Shown type(String line) {
        return type(line, Origin.PROMPT, LIMIT);
    }

    /** Has somebody else type it. */
    public Shown type(String line, Origin origin) {
        return type(line, origin, LIMIT);
    }

    /** Types a line and watches a call that waits only so long, as the editor does. */
    public Shown type(String line, Duration grace) {
        return type(line, Origin.PROMPT, grace);
    }

    private Shown type(String line, Origin origin, Duration grace) {
        Shown shown = typed(line, origin, grace);
        if (TRIES_IPV6.matcher(shown.toString()).find()) {
            Ipv6.needed();
        }
        return shown;
    }

    /** Types a line that may be about anything, and show that the machine has no IPv6. */
    public Shown typeAny(String line) {
        return typed(line, Origin.PROMPT, LIMIT);
    }

    private Shown typed(String line, Origin origin, Duration grace) {
        notePorts();
        ear.open();
        int status = ExitStatus.OK;
        try {
            LineInterpreter.Started started = interpreter.start(filled(line), origin, ear);
            Foreground foreground = Foreground.atMost(interpreter.session().jobs(), grace);
            if (started != null && foreground.watch(started.job(), started.background())) {
                status = started.job().status();
            }
        } catch (UsageException misspelt) {
            ear.trouble(Failure.text(misspelt));
            status = ExitStatus.USAGE;
        }
        notePorts();
        return new Shown(line, ear.results(), ear.troubles(), status, this::filled);
    }

    /** Types several lines and answers what the last showed; the ones before must succeed. */
    public Shown all(String... lines) {
        for (int i = 0; i < lines.length - 1; i++) {
            type(lines[i]).ends(ExitStatus.OK);
        }
        return type(lines[lines.length - 1]);
    }

    /** The door listens, alice is connected to it, bob is what accept gave: sockets 3, 4 and 5. */
    public void connectTcp() {
        all("socket tcp --as door", "bind door 0", "listen door", "socket tcp --as alice", "connect alice {door}")
                .ends(ExitStatus.OK);
        type("accept door --as bob").ends(ExitStatus.OK);
    }

    /** Alice and bob are two UDP sockets, bound and connected to each other: 3 and 4. */
    public void connectUdp() {
        all("socket udp --as alice", "bind alice 0", "socket udp --as bob", "bind bob 0")
                .ends(ExitStatus.OK);
        all("connect alice {bob}", "connect bob {alice}").ends(ExitStatus.OK);
    }

    private void notePorts() {
        for (OpenSocket open : session().sockets().all()) {
            if (open.local() != null) {
                int port = open.local().getPort();
                ports.put(open.word(), port);
                ports.put(Integer.toString(open.number()), port);
            }
        }
    }

    private String filled(String text) {
        Matcher found = PORT.matcher(text);
        return found.replaceAll(match -> {
            Integer port = ports.get(match.group(1));
            return port == null ? Matcher.quoteReplacement(match.group()) : port.toString();
        });
    }

    /** What is said under a call that fails, on one line; not what its errno means, where that stands there, too. */
    public String hint(String line) {
        Shown shown = type(line);
        assertThat(shown.first()).as("%s: %s", line, shown).contains(" = -1 E");
        assertThat(shown.lines()).as("%s: %s", line, shown).hasSizeGreaterThan(1);
        return shown.lines().stream()
                .skip(1)
                .filter(row -> !row.startsWith("    ("))
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** Types a line that opens a port of its own, a server's or a link's, and calls that port so from now on. */
    public Shown opens(String name, String line) {
        Shown shown = type(line).ends(ExitStatus.OK);
        Matcher told = ADDRESS.matcher(shown.first());
        if (!told.find()) {
            throw new AssertionError(line + " told no address: " + shown.lines());
        }
        ports.put(name, Integer.valueOf(told.group(1)));
        return new Shown(line, shown.lines(), shown.troubles(), shown.status(), this::filled);
    }

    /** The port of a socket, open or closed. */
    public int port(String socket) {
        return Integer.parseInt(filled("{" + socket + "}"));
    }

    /** Waits for a line of news that matches a pattern, from now on or before; within a limit. */
    public String hears(String pattern) {
        return ear.hears(Pattern.compile(filled(pattern)), LIMIT);
    }

    /** All news so far. */
    public List<String> news() {
        return ear.news();
    }

    /** Where a line's words go, for a test that starts jobs by itself. */
    public Ear ear() {
        return ear;
    }

    public LineInterpreter interpreter() {
        return interpreter;
    }

    public Session session() {
        return interpreter.session();
    }

    @Override
    public void close() {
        session().close();
    }
}
