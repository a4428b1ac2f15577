package org.sockrates.shell.grade;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Traits;

/**
 * A student's program beside a lab. A server is started before the lab and has to serve within a limit; a client is started
 * when the lab has captured whom it is to ask, and he listens.
 */
final class StudentProgram implements GradedProgram {
    private static final long LOOK_NANOS = 20_000_000;
    private static final long MOMENT_MILLIS = 200;

    private final ProgramCall call;
    private final List<InetAddress> hosts; // where a server may serve, the one it is told first
    private final Optional<ServedPort> serving; // empty for a client
    private final Optional<Session> asking; // empty for a server
    private volatile @Nullable Door door; // of a client, when it is known
    private volatile @Nullable RunningProgram running;
    private volatile String trouble = "";
    private final Grace grace = new Grace(SystemClock.INSTANCE); // of a client
    private volatile @Nullable Standing last;

    private StudentProgram(
            ProgramCall call, List<InetAddress> hosts, Optional<ServedPort> serving, Optional<Session> asking) {
        this.call = call;
        this.hosts = hosts;
        this.serving = serving;
        this.asking = asking;
    }

    /** A client that begins when it knows whom to ask, in this session. */
    static StudentProgram client(ProgramCall call, Session session) {
        return new StudentProgram(call, List.of(), Optional.empty(), Optional.of(session));
    }

    /**
     * A server that is to begin.
     *
     * @param traits what it is to speak
     * @param hosts where it may be reached, at any of them; it is told the first
     */
    static StudentProgram server(ProgramCall call, Traits traits, List<InetAddress> hosts) throws IOException {
        KernelProtocol protocol = KernelProtocol.of(traits);
        OptionalInt fixed = call.fixedPort();
        ServedPort place =
                fixed.isPresent() ? new ServedPort(protocol, fixed.getAsInt()) : ServedPort.anywhere(protocol);
        return new StudentProgram(call, hosts, Optional.of(place), Optional.empty());
    }

    /**
     * Starts a server, and waits until it serves; a client waits for its time.
     *
     * @param most the time it may take until it serves, a client until it is met
     * @param job it is for: asked whether it goes on, and told what is waited for
     * @throws SubmissionException when it does not serve
     * @throws IOException when it could not be tried: its port is taken, this machine starts no program
     */
    void begin(Duration most, Job job) throws IOException {
        if (serving.isEmpty()) {
            grace.grant(most);
            return;
        }
        ServedPort place = serving.get();
        if (call.fixedPort().isPresent()) {
            place.awaitFree(job);
        }
        try {
            start(hosts.get(0), place.port());
            awaitServing(place, most, job);
        } catch (SubmissionException failed) {
            close();
            Starting.room();
            throw failed;
        } catch (IOException | RuntimeException | OutOfMemoryError refused) {
            close();
            throw refused;
        }
    }

    private void awaitServing(ServedPort place, Duration most, Job job) throws IOException {
        long until = SystemClock.INSTANCE.nanoTime() + most.toNanos();
        while (!place.atAny(hosts)) {
            RunningProgram begun = running;
            if (begun == null) {
                throw failed(trouble);
            }
            if (begun.status().isPresent()) {
                throw failed(standing().state() + " before it served at " + place.told(hosts) + lastWords());
            }
            if (SystemClock.INSTANCE.nanoTime() - until >= 0) {
                throw failed("after " + most.toMillis() + " ms " + elsewhere(place, begun) + lastWords());
            }
            ServedPort.pause(job, LOOK_NANOS);
        }
    }

    private SubmissionException failed(String why) {
        return new SubmissionException(call.told() + ": " + why, remarks());
    }

    /** Where it serves instead. */
    private String elsewhere(ServedPort place, RunningProgram program) {
        return new WrongPlace(place, ServedPort.among(program.sockets()), call).told(hosts);
    }

    private String lastWords() {
        List<String> said = standing().said();
        return said.stream().allMatch(String::isBlank) ? "; it said nothing" : "; it said: " + HeardWords.telling(said);
    }

    /** @throws IOException when this machine could not start any program */
    private void start(InetAddress host, int port) throws IOException {
        try {
            running = call.start(CallText.host(host), port);
        } catch (SubmissionException refused) {
            trouble = unstarted(refused);
        }
    }

    private static String unstarted(IOException refused) {
        return "cannot be started: " + SafeText.escape(String.valueOf(refused.getMessage()));
    }

    @Override
    public String told() {
        return call.told();
    }

    @Override
    public Map<String, String> given() {
        return serving.map(place -> Map.of(ProgramRole.PORT, Integer.toString(place.port())))
                .orElse(Map.of());
    }

    @Override
    public void captured(String placeholder, String value) {
        boolean waits = asking.isPresent() && door == null && trouble.isEmpty();
        if (!waits || !placeholder.equals(ProgramRole.PORT)) {
            return;
        }
        if (value.matches("[1-9][0-9]{0,4}")) {
            door = new Door(asking.get(), Integer.parseInt(value));
            mayBegin();
        } else {
            trouble = "cannot be started: {port} is " + SafeText.escape(value) + " (expected: a port)";
        }
    }

    @Override
    public void mayBegin() {
        Door known = door;
        if (known != null && running == null && !known.isShut()) {
            ask(known);
        }
    }

    @Override
    public void mustBegin() {
        Door known = door;
        if (known != null) {
            ask(known);
        }
    }

    @Override
    public Duration await(@Nullable InetSocketAddress local) {
        RunningProgram begun = running;
        Door known = door;
        boolean may = begun != null
                && known != null
                && local != null
                && known.leadsTo(local.getPort())
                && begun.status().isEmpty();
        return may ? grace.await() : Duration.ZERO;
    }

    @Override
    public void awaited(boolean met) {
        grace.end(met);
    }

    @Override
    public Duration pardoned() {
        return grace.pardoned();
    }

    @Override
    public boolean shutOut() {
        return door != null && running == null && trouble.isEmpty();
    }

    private synchronized void ask(Door known) {
        if (running != null || !trouble.isEmpty()) {
            return;
        }
        try {
            grace.begin();
            start(known.host(), known.port());
        } catch (IOException refused) {
            trouble = unstarted(refused);
        }
    }

    @Override
    public void type(byte[] text) {
        RunningProgram begun = running;
        if (begun != null) {
            begun.input().type(text);
        }
    }

    @Override
    public void endInput() {
        RunningProgram begun = running;
        if (begun != null) {
            begun.input().end();
        }
    }

    @Override
    public Standing standing() {
        Standing atItsEnd = last;
        return atItsEnd == null ? now() : atItsEnd;
    }

    private Standing now() {
        RunningProgram begun = running;
        if (begun == null) {
            return new Standing(trouble.isEmpty() ? waits() : trouble, null, List.of());
        }
        OptionalInt status = begun.status();
        return status.isPresent()
                ? new Standing("ended with status " + status.getAsInt(), status.getAsInt(), begun.said())
                : new Standing(RUNNING, null, begun.said());
    }

    private String waits() {
        String why = door == null ? "its port is not known yet" : "nobody listens at its port yet";
        return "not started" + (serving.isPresent() ? "" : ": " + why);
    }

    /** One that has just met what it cannot bear is given the moment it takes to say so and end. */
    @Override
    public List<String> remarks() {
        endsWithin(MOMENT_MILLIS);
        return GradedProgram.super.remarks();
    }

    @Override
    public boolean endsWithin(long millis) {
        RunningProgram begun = running;
        return begun != null && begun.endsWithin(millis);
    }

    @Override
    public void close() {
        RunningProgram begun = running;
        if (begun != null && last == null) {
            last = now(); // being ended is not its doing
            begun.end();
        }
    }
}
