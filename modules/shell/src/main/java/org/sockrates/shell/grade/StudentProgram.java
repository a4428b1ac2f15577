package org.sockrates.shell.grade;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SafeText;

/** A student's program beside a lab: how it stands, and what is typed for it. When it is started, its role decides. */
abstract sealed class StudentProgram implements GradedProgram permits StudentClient, StudentServer {
    private static final long MOMENT_MILLIS = 200;

    private final ProgramCall call;
    private volatile @Nullable RunningProgram running;
    private volatile String trouble = "";
    private volatile @Nullable Standing last;

    StudentProgram(ProgramCall call) {
        this.call = call;
    }

    /** How one stands that was not started, and may yet be. */
    abstract String unstarted();

    final ProgramCall call() {
        return call;
    }

    /** @throws IOException when this machine could not start any program */
    final void start(InetAddress host, int port) throws IOException {
        try {
            running = call.start(CallText.host(host), port);
        } catch (SubmissionException refused) {
            cannotBeStarted(String.valueOf(refused.getMessage()));
        }
    }

    /** From now on it is not tried any more. */
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
    public final boolean endsWithin(long millis) {
        RunningProgram begun = running;
        return begun != null && begun.endsWithin(millis);
    }

    @Override
    public final void close() {
        RunningProgram begun = running;
        if (begun != null && last == null) {
            last = now(); // being ended is not its doing
            begun.end();
        }
    }
}
