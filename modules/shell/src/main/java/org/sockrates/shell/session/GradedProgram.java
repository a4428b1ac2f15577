package org.sockrates.shell.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.transport.UsageException;

/** A program that is not ours, which the commands of a lab are to meet: a student's. Whoever grades has named it. */
public interface GradedProgram extends AutoCloseable {
    /** The most lines that are told of what it said. */
    int MOST_LAST_WORDS = 8;

    /** The state of one that has begun and not ended. */
    String RUNNING = "running";

    /** The placeholders of a lab that have values because of it: {@code port}, of a server. */
    Map<String, String> given();

    /** Who hunts it, of one that is a protocol; empty for others. */
    default Optional<Hunter> hunter() {
        return Optional.empty();
    }

    /** Told what a placeholder of the lab has caught: a client begins as soon as it knows whom to ask, and he listens. */
    void captured(String placeholder, String value);

    /** Told when a line has ended, and when a call is about to wait: a client may begin whose door was shut. */
    default void mayBegin() {}

    /**
     * Told when a call is about to wait that may meet it.
     *
     * @param local the address of the socket that waits
     * @return how long it may take its time, whatever {@code set timeout} says: of a client that has begun, goes on, and was not met
     *     yet; zero of others, else {@link #awaited} follows
     */
    default Duration await(@Nullable InetSocketAddress local) {
        return Duration.ZERO;
    }

    /** Told when a call that was given time has ended. */
    default void awaited(boolean met) {}

    /** For how long calls have waited so in all: it is not the lab's time. */
    default Duration pardoned() {
        return Duration.ZERO;
    }

    /**
     * Told before each line of the lab that asks at {@code {port}}: a server begins, and is waited for, that knows by now all it is
     * told.
     *
     * @throws IOException when it does not come up, or could not be tried
     */
    default void beforeAsking() throws IOException {}

    /** Told when a line wants to see it: a client begins that knows whom to ask, also where nobody listens. */
    default void mustBegin() {}

    /** Whether it is a client that has not begun, since nobody listens whom it is to ask. */
    default boolean shutOut() {
        return false;
    }

    /**
     * Types for it, as a person at its keyboard would; it reads it when it likes.
     *
     * @throws UsageException when its input has ended already, or that is too much in any case
     * @throws IOException when too much of it was not read
     */
    void type(byte[] text) throws IOException;

    /** Nothing more is typed: behind what was, it reads the end. */
    void endInput();

    /** How it was started, escaped. */
    String told();

    /** What to tell of it under a lab that did not pass: how it stands, and its last words. */
    default List<String> remarks() {
        Standing now = standing();
        List<String> words = now.said()
                .subList(
                        Math.max(0, now.said().size() - MOST_LAST_WORDS),
                        now.said().size());
        return Stream.concat(
                        Stream.of("program: " + told() + ": " + now.state()),
                        words.stream().map(word -> "  " + word))
                .toList();
    }

    /** Why nobody serves at a port, as far as it is this program's; empty where it has another. */
    default Optional<String> absence(int port) {
        boolean its = Integer.toString(port).equals(given().get(ProgramRole.PORT));
        return its ? Optional.of("the program: " + standing().state()) : Optional.empty();
    }

    /** How it stands now. */
    Standing standing();

    /**
     * Waits for its end.
     *
     * @return false when it goes on, or has not begun
     */
    boolean endsWithin(long millis);

    /**
     * Asks it to end, with SIGTERM, and all it has started; who has not in time is killed.
     *
     * @param job what asks: where that is ended, nobody waits any longer
     * @return whether it has ended by itself
     */
    boolean stop(Duration most, Job job);

    /**
     * Starts it anew, when it has ended, with the same words: a server serves again when this returns. What it left running is
     * ended first.
     *
     * @return false when it runs, and was not started
     * @throws SubmissionException when it cannot be started, or does not serve; then it has been ended
     * @throws IOException when this machine could not start any, or somebody wants an end
     */
    boolean restart() throws IOException;

    /** Ends it, and what it has started. */
    @Override
    void close();

    /** Hunts a protocol in a process of its own: one that never returns, or takes all there is, harms no other. */
    interface Hunter {
        /**
         * Hunts it once.
         *
         * @param options of {@code rdt check}
         */
        Reply hunt(List<String> options, Job job) throws IOException;
    }

    /**
     * How a program stands.
     *
     * @param state in words: {@link #RUNNING}, {@code ended with status 0}
     * @param status it has ended with; null before
     * @param said the lines it has printed so far, escaped; of very many, the first and the last
     */
    record Standing(String state, @Nullable Integer status, List<String> said) {
        public Standing {
            said = List.copyOf(said);
        }

        /** Whether it has begun, and not ended. */
        public boolean runs() {
            return state.equals(RUNNING);
        }
    }
}
