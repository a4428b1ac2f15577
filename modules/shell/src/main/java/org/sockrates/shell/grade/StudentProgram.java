package org.sockrates.shell.grade;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Traits;

/**
 * A student's program beside a lab. A server is started before the lab and has to serve within a limit; a client is started
 * when the lab has captured whom it is to ask.
 */
final class StudentProgram implements GradedProgram {
    private static final long LOOK_NANOS = 20_000_000;
    private static final long SELDOM_NANOS = 250_000_000; // the table is long where much is in TIME-WAIT
    private static final long MOMENT_MILLIS = 200;
    private static final int MOST_PLACES = 3;
    private static final Duration LINGERING = Duration.ofSeconds(70); // TIME-WAIT is 60 s on Linux

    private final ProgramCall call;
    private final InetAddress host;
    private final Optional<ServedPort> serving; // empty for a client
    private volatile @Nullable RunningProgram running;
    private volatile String trouble = "";
    private volatile @Nullable Standing last;

    private StudentProgram(ProgramCall call, InetAddress host, Optional<ServedPort> serving) {
        this.call = call;
        this.host = host;
        this.serving = serving;
    }

    /** A client that begins when it knows whom to ask, at this host. */
    static StudentProgram client(ProgramCall call, InetAddress host) {
        return new StudentProgram(call, host, Optional.empty());
    }

    /**
     * A server that is to begin.
     *
     * @param traits what it is to speak
     * @param host where it is to be reached
     */
    static StudentProgram server(ProgramCall call, Traits traits, InetAddress host) throws IOException {
        KernelProtocol protocol = KernelProtocol.of(traits);
        int port = call.fixedPort().isPresent() ? call.fixedPort().getAsInt() : freePort(protocol);
        return new StudentProgram(call, host, Optional.of(new ServedPort(protocol, port)));
    }

    /**
     * Starts a server, and waits until it serves; a client waits for its time.
     *
     * @param most the time it may take to begin
     * @param job it is for: asked whether it goes on, and told what is waited for
     * @throws SubmissionException when it does not serve
     * @throws IOException when it could not be tried: its port is taken, this machine starts no program
     */
    void begin(Duration most, Job job) throws IOException {
        if (serving.isEmpty()) {
            return;
        }
        ServedPort place = serving.get();
        if (call.fixedPort().isPresent()) {
            awaitFree(place, job);
        }
        try {
            start(place.port());
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

    private static int freePort(KernelProtocol protocol) throws IOException {
        if (protocol == KernelProtocol.TCP) {
            try (ServerSocket free = new ServerSocket(0)) {
                return free.getLocalPort();
            }
        }
        try (DatagramSocket free = new DatagramSocket()) {
            return free.getLocalPort();
        }
    }

    /** The program before it may have left connections in TIME-WAIT, and one that sets no SO_REUSEADDR is not to blame. */
    private static void awaitFree(ServedPort serving, Job job) throws IOException {
        List<InetSocketAddress> taken = serving.places();
        if (!taken.isEmpty()) {
            throw new IOException("somebody serves at " + CallText.address(taken.get(0))
                    + " already (expected: nobody); end it, or leave out --port");
        }
        if (serving.lingers()) {
            job.news("grade: port " + serving.port() + ": held by connections in TIME-WAIT; waiting, at most "
                    + LINGERING.toSeconds() + " s");
        }
        long until = SystemClock.INSTANCE.nanoTime() + LINGERING.toNanos();
        while (serving.lingers() && SystemClock.INSTANCE.nanoTime() - until < 0) {
            look(job, SELDOM_NANOS);
        }
    }

    private static void look(Job job, long nanos) throws IOException {
        LockSupport.parkNanos(nanos);
        if (job.cancelled() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private void awaitServing(ServedPort place, Duration most, Job job) throws IOException {
        long until = SystemClock.INSTANCE.nanoTime() + most.toNanos();
        while (!place.at(host)) {
            RunningProgram begun = running;
            if (begun == null) {
                throw failed(trouble);
            }
            if (begun.status().isPresent()) {
                throw failed(standing().state() + " before it served at " + place.told(host) + lastWords());
            }
            if (SystemClock.INSTANCE.nanoTime() - until >= 0) {
                throw failed("after " + most.toMillis() + " ms " + elsewhere(place, begun) + lastWords());
            }
            look(job, LOOK_NANOS);
        }
    }

    private SubmissionException failed(String why) {
        return new SubmissionException(call.told() + ": " + why, remarks());
    }

    /** Where it serves instead. */
    private String elsewhere(ServedPort place, RunningProgram program) {
        List<ServedPort.Place> begun = ServedPort.among(program.sockets());
        String expected = " (expected: at " + place.protocol().word() + " " + place.told(host) + ")";
        if (begun.isEmpty()) {
            return "it " + (place.protocol() == KernelProtocol.TCP ? "listens" : "is bound") + " nowhere" + expected;
        }
        String places =
                begun.stream().limit(MOST_PLACES).map(ServedPort.Place::told).collect(Collectors.joining(", "));
        boolean itsOwn = begun.stream().noneMatch(other -> other.local().getPort() == place.port());
        return "it serves at " + places + expected
                + (itsOwn ? "; a port built in is told with --port" : "")
                + (host.isLoopbackAddress() || call.takes(ProgramCall.HOST)
                        ? ""
                        : "; tell it where: on the wire its words are {host} {port}");
    }

    private String lastWords() {
        List<String> said = standing().said();
        return said.isEmpty() ? "; it said nothing" : "; it said last: " + said.get(said.size() - 1);
    }

    /** @throws IOException when this machine could not start any program */
    private void start(int port) throws IOException {
        try {
            running = call.start(host.getHostAddress(), port);
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
        boolean waits = serving.isEmpty() && running == null && trouble.isEmpty();
        if (!waits || !placeholder.equals(ProgramRole.PORT)) {
            return;
        }
        if (value.matches("[1-9][0-9]{0,4}")) {
            startClient(Integer.parseInt(value));
        } else {
            trouble = "cannot be started: {port} is " + SafeText.escape(value) + " (expected: a port)";
        }
    }

    private void startClient(int port) {
        try {
            start(port);
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
            String waits = serving.isPresent() ? "not started" : "not started: its port is not known yet";
            return new Standing(trouble.isEmpty() ? waits : trouble, null, List.of());
        }
        OptionalInt status = begun.status();
        return status.isPresent()
                ? new Standing("ended with status " + status.getAsInt(), status.getAsInt(), begun.said())
                : new Standing(RUNNING, null, begun.said());
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
