package org.sockrates.shell.grade;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.machine.ProcessSockets;
import org.sockrates.transport.StartError;
import org.sockrates.transport.SystemClock;

/**
 * A process that reads what is typed for it and whose words are kept. It is ended with all it has started: whoever lost his parent, or
 * made himself a daemon, is known by a variable in his environment, on Linux, and ends with the namespace he is in.
 */
final class RunningProgram {
    private static final String MARK = "SOCKRATES_GRADED";

    /** The caller's locale, by which we draw. */
    static final String LOCALE = "SOCKRATES_LOCALE";

    /** Nothing a graded program needs: that, and where the labs lie that judge it. */
    private static final List<String> OURS = List.of(LOCALE, "SOCKRATES_LABS");

    private static final long GRACE_MILLIS = 500;
    private static final long LAST_WORDS_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long ROUNDED_NANOS = TimeUnit.MILLISECONDS.toNanos(1); // a join counts milliseconds
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 2_000_000;

    /** By mark, which is there before its process is: whoever ends us may come in between. */
    private static final Map<String, List<ProcessHandle>> RUNNING = new ConcurrentHashMap<>();

    private final String mark;
    private final Process process;
    private final List<Thread> listeners;
    private final HeardWords heard = new HeardWords();
    private final HeardWords complaints = new HeardWords();
    private final TypedInput typed;
    private long endedNanos;

    static { // a terminal that was closed, a SIGTERM at the prompt
        Runtime.getRuntime().addShutdownHook(new Thread(RunningProgram::endAll, "programs end with us"));
    }

    /** From the first use of this class on. */
    static void endWithUs() {}

    private RunningProgram(Process process, String mark) {
        this.mark = mark;
        this.process = process;
        this.typed = new TypedInput(process.getOutputStream());
        this.listeners =
                List.of(listener(process.getInputStream(), heard), listener(process.getErrorStream(), complaints));
    }

    private static Thread listener(InputStream words, HeardWords heard) {
        Thread listener = new Thread(() -> hear(words, heard), "program's words");
        listener.setDaemon(true);
        listener.start();
        return listener;
    }

    /** At once. */
    static void endAll() {
        RUNNING.forEach(RunningProgram::kill);
    }

    /**
     * Starts one, apart from us: a Ctrl-C is not meant for it.
     *
     * @param together whether its standard error is heard with its standard output
     * @param variables what its environment has beside ours, without what is said there for us alone
     * @throws IOException why none can be started, in the system's words
     */
    static RunningProgram start(List<String> words, File folder, boolean together, Map<String, String> variables)
            throws IOException {
        try {
            return begun(words, folder, together, variables);
        } catch (InterruptedIOException asked) {
            throw asked;
        } catch (IOException refused) {
            throw new IOException(StartError.reason(refused), refused);
        }
    }

    private static RunningProgram begun(
            List<String> words, File folder, boolean together, Map<String, String> variables) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(Apart.words(words)).directory(folder).redirectErrorStream(together);
        String mark = ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet();
        OURS.forEach(builder.environment()::remove);
        builder.environment().putAll(variables);
        builder.environment().put(MARK, mark);
        builder.environment()
                .put("PYTHONUNBUFFERED", "1"); // or its words come when it ends, and never when it is ended
        RUNNING.put(mark, List.of());
        try {
            Process process = Starting.process(builder);
            RUNNING.put(mark, List.of(process.toHandle()));
            return new RunningProgram(process, mark);
        } catch (IOException refused) {
            RUNNING.remove(mark);
            throw refused;
        } catch (OutOfMemoryError noThread) { // to hear it
            kill(mark, RUNNING.getOrDefault(mark, List.of()));
            RUNNING.remove(mark);
            throw new IOException(Failure.NO_THREAD, noThread);
        }
    }

    private static void hear(InputStream stream, HeardWords heard) {
        byte[] some = new byte[4096];
        try (InputStream words = stream) {
            for (int n = words.read(some); n >= 0; n = words.read(some)) {
                heard.add(some, n);
            }
        } catch (IOException ended) {
            // it says no more
        }
    }

    /** The lines it has said so far, escaped. */
    List<String> said() {
        return heard.lines();
    }

    /** The lines on its standard error, escaped, where they are heard apart. */
    List<String> complaints() {
        return complaints.lines();
    }

    /** What is typed for it. */
    TypedInput input() {
        return typed;
    }

    /** The status it ended with, once all it said is heard; empty before. Who it has started may go on speaking. */
    synchronized OptionalInt status() {
        if (process.isAlive()) {
            return OptionalInt.empty();
        }
        boolean heardAll = listeners.stream().noneMatch(Thread::isAlive) || sinceItsEndNanos() >= LAST_WORDS_NANOS;
        return heardAll ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    /** Since somebody first saw that it has ended. */
    private synchronized long sinceItsEndNanos() {
        long now = SystemClock.INSTANCE.nanoTime();
        endedNanos = endedNanos == 0 ? now : endedNanos;
        return now - endedNanos;
    }

    /** Waits for its end, and a moment for its last words, behind which it has a status; false when it goes on. */
    boolean endsWithin(long millis) {
        try {
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                return false;
            }
            for (Thread listener : listeners) {
                TimeUnit.NANOSECONDS.timedJoin(listener, LAST_WORDS_NANOS + ROUNDED_NANOS - sinceItsEndNanos());
            }
            return true;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * What stands behind it, as the program behind a shell: what it has started, but for who was started with it, and ends only
     * with its namespace.
     */
    List<ProcessHandle> behind() {
        Set<ProcessHandle> before = process.children().collect(Collectors.toSet()); // it is one of them
        before.add(process.toHandle());
        return started().stream().filter(each -> !before.contains(each)).toList();
    }

    /** Waits for its end, and for that of those behind it, whose last words are its own. */
    boolean endsWithin(long millis, List<ProcessHandle> behind) {
        if (!endsWithin(millis) || !endWithin(millis, behind)) {
            return false;
        }
        if (!behind.isEmpty()) {
            spoke();
        }
        return true;
    }

    private synchronized void spoke() {
        endedNanos = SystemClock.INSTANCE.nanoTime();
    }

    /** Waits for their end; false when one goes on. */
    static boolean endWithin(long millis, List<ProcessHandle> some) {
        long begun = SystemClock.INSTANCE.nanoTime();
        while (some.stream().anyMatch(RunningProgram::lives)) {
            if (Thread.currentThread().isInterrupted()
                    || SystemClock.INSTANCE.nanoTime() - begun >= TimeUnit.MILLISECONDS.toNanos(millis)) {
                return false;
            }
            LockSupport.parkNanos(ROUND_NANOS);
        }
        return true;
    }

    /** One that has ended, and whose parent never asks, is there yet. */
    private static boolean lives(ProcessHandle one) {
        try {
            return one.isAlive()
                    && !Files.readString(Path.of("/proc/" + one.pid() + "/stat"), StandardCharsets.ISO_8859_1)
                            .matches("(?s).*\\) [ZX] [^)]*");
        } catch (IOException notLinuxOrGone) {
            return one.isAlive();
        }
    }

    /** Asks it and what it has started to end, with SIGTERM. The shell before it ends with it. */
    List<ProcessHandle> askToEnd() {
        List<ProcessHandle> asked = started();
        asked.stream().filter(each -> each.pid() != process.pid()).forEach(ProcessHandle::destroy);
        return asked;
    }

    /** Asks it and what it has started to end; who has not after a moment is ended. */
    void end() {
        List<ProcessHandle> asked = askToEnd();
        try {
            process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        kill(asked);
    }

    /** Ends at once whoever is left of those, and of all it has started. */
    void kill(List<ProcessHandle> asked) {
        asked.forEach(ProcessHandle::destroyForcibly);
        kill(mark, asked);
        typed.end();
        RUNNING.remove(mark);
    }

    /** Again and again: one that is just becoming another program has no environment for a moment. */
    private static void kill(String mark, List<ProcessHandle> known) {
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> left = family(mark, known);
            left.forEach(ProcessHandle::destroyForcibly);
            if (round > 0 && left.stream().noneMatch(ProcessHandle::isAlive)) {
                return;
            }
            LockSupport.parkNanos(ROUND_NANOS);
        }
    }

    private List<ProcessHandle> started() {
        return family(mark, List.of(process.toHandle()));
    }

    private static List<ProcessHandle> family(String mark, List<ProcessHandle> known) {
        Stream<ProcessHandle> children = known.stream().flatMap(ProcessHandle::descendants);
        Stream<ProcessHandle> marked = ProcessHandle.allProcesses().filter(each -> isMarked(mark, each.pid()));
        return Stream.of(known.stream(), children, marked)
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** The sockets it and what it has started hold, by inode. */
    Set<Long> sockets() {
        return started().stream()
                .flatMap(each -> ProcessSockets.of(each.pid()).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isMarked(String mark, long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1)
                    .contains(MARK + "=" + mark + "\0");
        } catch (IOException notOursOrGone) {
            return false;
        }
    }
}
