package org.sockrates.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that was started for a measurement. It is ended by its id, at the latest when the bench ends. */
public final class Child implements AutoCloseable {
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
    private static final Optional<String> THE_END = Optional.empty();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String word;
    private final Process process;
    private final long endNanos;
    private final BlockingQueue<Optional<String>> arriving = new LinkedBlockingQueue<>();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private Child(List<String> command, Duration limit) throws IOException {
        this.word = command.get(0) + " …";
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        this.endNanos = System.nanoTime() + limit.toNanos();
        RUNNING.add(process);
        Thread reader = new Thread(this::read, "child-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program; what it says on both its outputs is read.
     *
     * @param limit after which every wait for this child fails
     */
    public static Child start(List<String> command, Duration limit) throws IOException {
        return new Child(command, limit);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                arriving.add(Optional.of(line));
            }
        } catch (IOException ending) {
            // the process was ended while it spoke
        }
        arriving.add(THE_END);
    }

    /** Waits for the first line of its output in which the pattern is found. */
    public Matcher await(Pattern pattern) throws IOException {
        while (true) {
            Optional<String> line = next();
            if (line.isEmpty()) {
                throw new IOException(word + ": ended before it said " + pattern + ": " + tail());
            }
            Matcher matcher = pattern.matcher(line.get());
            if (matcher.find()) {
                return matcher;
            }
        }
    }

    /** Waits for its end, and gives all it said. */
    public String output() throws IOException {
        while (next().isPresent()) {
            // kept by next()
        }
        return String.join("\n", seen);
    }

    private Optional<String> next() throws IOException {
        try {
            Optional<String> line = arriving.poll(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new IOException(word + ": did not end within its limit: " + tail());
            }
            line.ifPresent(seen::add);
            return line;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException(word + ": the bench is ending", ending);
        }
    }

    private String tail() {
        return String.join(" | ", seen.subList(Math.max(0, seen.size() - 5), seen.size()));
    }

    /** Waits for its end, and gives its status. */
    int status() throws IOException {
        try {
            if (process.waitFor(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        throw new IOException(word + ": did not end within its limit");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException ending) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        RUNNING.remove(process);
    }
}
