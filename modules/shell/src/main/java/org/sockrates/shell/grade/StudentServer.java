package org.sockrates.shell.grade;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Traits;

/** A student's server beside a lab: it is started before the lab, and has to serve within a limit. */
final class StudentServer extends StudentProgram {
    private static final long LOOK_NANOS = 20_000_000;
    private static final String ASKED =
            "its first client was grade, which connected and closed: without the kernel's table"
                    + " of sockets nothing else tells that it serves";

    private final ServedPort place;
    private final List<InetAddress> hosts; // where it may serve, the one it is told first
    private volatile boolean asked; // whether it was by a connection that it was found to serve

    private StudentServer(ProgramCall call, ServedPort place, List<InetAddress> hosts) {
        super(call);
        this.place = place;
        this.hosts = hosts;
    }

    /**
     * A server that is to begin.
     *
     * @param traits what it is to speak
     * @param hosts where it may be reached, at any of them; it is told the first
     */
    static StudentServer of(ProgramCall call, Traits traits, List<InetAddress> hosts) throws IOException {
        KernelProtocol protocol = KernelProtocol.of(traits);
        OptionalInt fixed = call.fixedPort();
        ServedPort place =
                fixed.isPresent() ? new ServedPort(protocol, fixed.getAsInt()) : ServedPort.anywhere(protocol);
        return new StudentServer(call, place, hosts);
    }

    /**
     * Starts it, and waits until it serves.
     *
     * @param most the time it may take until then
     * @param job it is for: asked whether it goes on, and told what is waited for
     * @throws SubmissionException when it does not serve
     * @throws IOException when it could not be tried: its port is taken, this machine starts no program
     */
    void begin(Duration most, Job job) throws IOException {
        if (call().fixedPort().isPresent()) {
            place.awaitFree(job);
        }
        try {
            start(hosts.get(0), place.port());
            awaitServing(most, job);
        } catch (SubmissionException failed) {
            close();
            Starting.room();
            throw failed;
        } catch (IOException | RuntimeException | OutOfMemoryError refused) {
            close();
            throw refused;
        }
    }

    private void awaitServing(Duration most, Job job) throws IOException {
        long until = SystemClock.INSTANCE.nanoTime() + most.toNanos();
        while (!place.atAny(hosts)) {
            RunningProgram begun = running();
            if (begun == null) {
                throw failed(trouble());
            }
            if (begun.status().isPresent()) {
                throw failed(standing().state() + " before it served at " + place.told(hosts) + lastWords());
            }
            if (SystemClock.INSTANCE.nanoTime() - until >= 0) {
                throw failed("after " + most.toMillis() + " ms " + elsewhere(begun) + lastWords());
            }
            ServedPort.pause(job, LOOK_NANOS);
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
        return "not started";
    }

    @Override
    public Map<String, String> given() {
        return Map.of(ProgramRole.PORT, Integer.toString(place.port()));
    }

    @Override
    public void captured(String placeholder, String value) {
        // it was told all it needs
    }
}
