package org.sockrates.shell.grade;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SystemClock;

/** A process that reads nothing and whose words are kept, as many as fit. It is ended with all it has started. */
final class RunningProgram {
    private static final int MOST_BYTES = 16 * 1024;
    private static final long GRACE_MILLIS = 500;
    private static final long LAST_WORDS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Process process;
    private final Thread listener;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private long unheardBytes;
    private long endedNanos;

    private RunningProgram(Process process) {
        this.process = process;
        this.listener = new Thread(this::hear, "program's words");
        listener.setDaemon(true);
        listener.start();
    }

    /** @throws IOException when there is no such program, or it is none */
    static RunningProgram start(List<String> words, File folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        builder.environment()
                .put("PYTHONUNBUFFERED", "1"); // or its words come when it ends, and never when it is ended
        return new RunningProgram(builder.start());
    }

    private void hear() {
        byte[] some = new byte[4096];
        try (InputStream words = process.getInputStream()) {
            for (int n = words.read(some); n >= 0; n = words.read(some)) {
                keep(some, n);
            }
        } catch (IOException ended) {
            // it says no more
        }
    }

    private synchronized void keep(byte[] some, int n) {
        int kept = Math.min(n, MOST_BYTES - heard.size());
        heard.write(some, 0, kept);
        unheardBytes += n - kept;
    }

    /** The lines it has said so far, escaped. */
    synchronized List<String> said() {
        List<String> lines = new ArrayList<>(heard.toString(StandardCharsets.UTF_8)
                .lines()
                .map(SafeText::escape)
                .toList());
        if (unheardBytes > 0) {
            lines.add("(and " + unheardBytes + " bytes more)");
        }
        return lines;
    }

    /** The status it ended with, once all it said is heard; empty before. Who it has started may go on speaking. */
    synchronized OptionalInt status() {
        if (process.isAlive()) {
            return OptionalInt.empty();
        }
        long now = SystemClock.INSTANCE.nanoTime();
        endedNanos = endedNanos == 0 ? now : endedNanos;
        boolean heardAll = !listener.isAlive() || now - endedNanos > LAST_WORDS_NANOS;
        return heardAll ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    /** Waits for its end, and a moment for its last words; false when it goes on. */
    boolean endsWithin(long millis) {
        try {
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedJoin(listener, LAST_WORDS_NANOS);
            return true;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks it and what it has started to end; who has not after a moment is ended. */
    void end() {
        List<ProcessHandle> asked = started();
        asked.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        asked.forEach(ProcessHandle::destroyForcibly);
        started().forEach(ProcessHandle::destroyForcibly);
    }

    /** It and whatever it has started, also who has lost his parent since. */
    private List<ProcessHandle> started() {
        Stream<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants());
        return Stream.concat(family, ProcessHandle.allProcesses().filter(each -> session(each.pid()) == process.pid()))
                .distinct()
                .toList();
    }

    /** The session of a process, whose number is that of who began it (setsid(2)); -1 where none can be read. */
    private static long session(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] behindName =
                    stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
            return Long.parseLong(behindName[3]);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException gone) {
            return -1;
        }
    }
}
