package org.sockrates.shell.grade;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SystemClock;

/** A student's program beside a lab: how it stands, and what is typed for it. When it is started, its role decides. */
abstract sealed class StudentProgram implements GradedProgram permits StudentClient, StudentServer {
    private static final long MOMENT_MILLIS = 200;
    private static final long LOOK_MILLIS = 50;
    private static final long KILLED_MILLIS = 2000; // and its last words are heard

    private final ProgramCall call;
    private final List<String> takes;
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private volatile @Nullable RunningProgram running;
    private volatile String trouble = "";
    private volatile @Nullable Standing last;
    private volatile boolean closed;

    /** @param takes names of what it is told, once lines have captured that */
    StudentProgram(ProgramCall call, List<String> takes) {
        this.call = call;
        this.takes = takes;
    }

    /** What it takes is kept; of what it may not be told it never knows. */
    @Override
    public void captured(String placeholder, String value) {
        if (takes.contains(placeholder) && ProgramRole.mayBeTold(value)) {
            taken.put(placeholder, value);
        }
    }

    /** Whether it is told more than its port. */
    final boolean takes() {
        return !takes.isEmpty();
    }

    /** Whether all is known that it is told. */
    final boolean knowsAll() {
        return taken.size() == takes.size();
    }

    /** How one stands that was not started, and may yet be. */
    abstract String unstarted();

    final ProgramCall call() {
        return call;
    }

    /**
     * Ends what an earlier one left, and starts it.
     *
     * @return false when it runs
     * @throws IOException when this machine could not start any program
     */
    final synchronized boolean start(InetAddress host, int port) throws IOException {
        if (standing().runs()) {
            return false;
        }
        end();
        try {
            RunningProgram fresh = call.start(CallText.host(host), port, taken);
            running = fresh;
            trouble = "";
            if (closed) { // meanwhile, by whoever ends the lab
                fresh.end();
            }
        } catch (SubmissionException refused) {
            cannotBeStarted(String.valueOf(refused.getMessage()));
            running = null;
        }
        return true;
    }

    /** From now on it is not tried any more, unless somebody says so. */
    final void cannotBeStarted(String why) {
        trouble = "cannot be started: " + SafeText.escape(why);
    }

    /** The process; null before it is started. */
    final @Nullable RunningProgram running() {
        return running;
    }

    /** Why it cannot be started; empty where nothing is known against it. */
    final String trouble() {
        return trouble;
    }

    @Override
    public final String told() {
        return call.told();
    }

    @Override
    public final void type(byte[] text) throws IOException {
        RunningProgram begun = running;
        if (begun != null) {
            begun.input().type(text);
        }
    }

    @Override
    public final void endInput() {
        RunningProgram begun = running;
        if (begun != null) {
            begun.input().end();
        }
    }

    @Override
    public final Standing standing() {
        Standing atItsEnd = last;
        return atItsEnd == null ? now() : atItsEnd;
    }

    private Standing now() {
        RunningProgram begun = running;
        if (begun == null) {
            return new Standing(trouble.isEmpty() ? unstarted() : trouble, null, List.of());
        }
        OptionalInt status = begun.status();
        return status.isPresent()
                ? new Standing("ended with status " + StatusText.of(status.getAsInt()), status.getAsInt(), begun.said())
                : new Standing(RUNNING, null, begun.said());
    }

    /** One that has just met what it cannot bear is given the moment it takes to say so and end. */
    @Override
    public List<String> remarks() {
        endsWithin(MOMENT_MILLIS);
        return GradedProgram.super.remarks();
    }

    @Override
    public final boolean endsWithin(long millis) {
        RunningProgram begun = running;
        return begun != null && begun.endsWithin(millis);
    }

    /** Ends what was started last, which may be started again. */
    final void end() {
        RunningProgram begun = running;
        if (begun != null) {
            begun.end();
        }
    }

    @Override
    public final boolean stop(Duration most, Job job) {
        RunningProgram begun = running;
        if (begun == null) {
            return true;
        }
        List<ProcessHandle> behind = begun.behind();
        List<ProcessHandle> asked = begun.askToEnd();
        long until = SystemClock.INSTANCE.nanoTime() + most.toNanos();
        boolean ended = false;
        while (!ended && !job.cancelled() && SystemClock.INSTANCE.nanoTime() - until < 0) {
            ended = begun.endsWithin(LOOK_MILLIS, behind);
        }
        begun.kill(asked);
        begun.endsWithin(KILLED_MILLIS);
        RunningProgram.endWithin(KILLED_MILLIS, asked); // or one of them still has the port
        return ended;
    }

    @Override
    public void close() {
        closed = true;
        RunningProgram begun = running;
        if (begun != null && last == null) {
            last = now(); // being ended is not its doing
            begun.end();
        }
    }
}
