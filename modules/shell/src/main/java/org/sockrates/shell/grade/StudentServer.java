package org.sockrates.shell.grade;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Traits;
import org.sockrates.transport.text.DurationText;

/**
 * A student's server beside a lab: it is started before the lab, or before the first line that asks it where it is told what other
 * lines have captured, and has to serve within a limit.
 */
final class StudentServer extends StudentProgram {
    private static final long LOOK_NANOS = 20_000_000;
    private static final int MOST_QUICKER = 5;
    private static final String ASKED =
            "its first client was grade, which connected and closed: without the kernel's table"
                    + " of sockets nothing else tells that it serves";

    private final ServedPort place;
    private final List<InetAddress> hosts; // where it may serve, the one it is told first
    private final Start start;
    private volatile boolean begun;
    private final Waited waited = new Waited();
    private volatile boolean asked; // whether it was by a connection that it was found to serve

    /**
     * How it is to begin.
     *
     * @param takes names of what it is told, and lines have to capture before
     * @param most the time it may take until it serves
     * @param job it is for: asked whether it goes on, and told what is waited for
     */
    record Start(ProgramCall call, List<String> takes, Duration most, Job job) {}

    private @Nullable Closeable kept; // its port, from what the lab binds before it begins

    private StudentServer(Start start, ServedPort place, List<InetAddress> hosts) throws IOException {
        super(start.call(), start.takes());
        kept = takes() && start.call().fixedPort().isEmpty() ? place.kept() : null;
        this.start = start;
        this.place = place;
        this.hosts = hosts;
    }

    /**
     * A server that is to begin.
     *
     * @param traits what it is to speak
     * @param hosts where it may be reached, at any of them; it is told the first
     */
    static StudentServer of(Start start, Traits traits, List<InetAddress> hosts) throws IOException {
        KernelProtocol protocol = KernelProtocol.of(traits);
        OptionalInt fixed = start.call().fixedPort();
        if (fixed.isPresent()) {
            return new StudentServer(start, new ServedPort(protocol, fixed.getAsInt()), hosts);
        }
        for (int quicker = 0; ; quicker++) {
            try {
                return new StudentServer(start, ServedPort.anywhere(protocol), hosts);
            } catch (BindException taken) { // by somebody else, before it could be kept
                if (quicker == MOST_QUICKER) {
                    throw taken;
                }
            }
        }
    }

    /**
     * Starts it as soon as all is known that it is told, and waits until it serves: that is not the lab's time.
     *
     * @throws SubmissionException when it does not serve
     * @throws IOException when it could not be tried: its port is taken, this machine starts no program
     */
    @Override
    public void beforeAsking() throws IOException {
        if (begun || !knowsAll()) {
            return;
        }
        begun = true;
        if (takes()) {
            waited.during(this::begin);
        } else {
            begin(); // the lab's time begins behind it
        }
    }

    private void begin() throws IOException {
        release();
        if (call().fixedPort().isPresent()) {
            place.awaitFree(start.job());
        }
        try {
            start(hosts.get(0), place.port());
            awaitServing(Set.of());
        } catch (SubmissionException failed) {
            close();
            Starting.room();
            throw failed;
        } catch (IOException | RuntimeException | OutOfMemoryError refused) {
            close();
            throw refused;
        }
    }

    private void release() throws IOException {
        Closeable port = kept;
        if (port != null) {
            port.close();
        }
        kept = null;
    }

    @Override
    public void close() {
        try {
            release();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } finally {
            super.close();
        }
    }

    /** Its port may be held by what it left there: to bear that is its own affair. */
    @Override
    public boolean restart() throws IOException {
        if (!begun) {
            throw new SubmissionException(unstarted(), List.of());
        }
        AtomicBoolean started = new AtomicBoolean();
        waited.during(() -> started.set(beginAgain()));
        return started.get();
    }

    private boolean beginAgain() throws IOException {
        try {
            Set<Long> others = place.servers(); // whoever serves there by now is not it
            if (!start(hosts.get(0), place.port())) {
                return false;
            }
            awaitServing(others);
            return true;
        } catch (SubmissionException failed) {
            end();
            Starting.room();
            throw failed;
        } catch (IOException | RuntimeException | OutOfMemoryError refused) {
            end();
            throw refused;
        }
    }

    private void awaitServing(Set<Long> others) throws IOException {
        Duration most = start.most();
        long until = SystemClock.INSTANCE.nanoTime() + most.toNanos();
        while (!place.atAny(hosts, others)) {
            RunningProgram begun = running();
            if (begun == null) {
                throw failed(trouble());
            }
            if (begun.status().isPresent()) {
                throw failed(standing().state() + " before it served at " + place.told(hosts) + lastWords());
            }
            if (SystemClock.INSTANCE.nanoTime() - until >= 0) {
                throw failed("after " + DurationText.print(most) + " " + elsewhere(begun) + lastWords());
            }
            ServedPort.pause(start.job(), LOOK_NANOS);
        }
        asked = ThisMachine.withoutKernelTable().isPresent();
    }

    private SubmissionException failed(String why) {
        return new SubmissionException(told() + ": " + why, remarks());
    }

    /** Where it serves instead. */
    private String elsewhere(RunningProgram program) {
        return new WrongPlace(place, ServedPort.among(program.sockets()), call()).told(hosts);
    }

    private String lastWords() {
        List<String> said = standing().said();
        return said.stream().allMatch(String::isBlank) ? "; it said nothing" : "; it said: " + HeardWords.telling(said);
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(super.remarks());
        if (asked) {
            remarks.add(ASKED);
        }
        return remarks;
    }

    @Override
    String unstarted() {
        return "not started: " + (knowsAll() ? "nobody has asked at its port yet" : "not all it takes is known yet");
    }

    @Override
    public Map<String, String> given() {
        return Map.of(ProgramRole.PORT, Integer.toString(place.port()));
    }

    @Override
    public Duration pardoned() {
        return waited.soFar();
    }
}
