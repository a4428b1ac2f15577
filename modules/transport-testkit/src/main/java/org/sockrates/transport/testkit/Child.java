package org.sockrates.transport.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program that runs beside a test. What it says is waited for with a limit, and it never outlives the test. */
public final class Child implements AutoCloseable {
    /** Java looks again and again into files of its container, and so has a descriptor for a moment that nobody asked for. */
    private static final List<String> OPENS_NOTHING_BY_ITSELF =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:-UseContainerSupport");

    private static final long LIMIT_SECONDS = 10;

    private final Process process;
    private final Path errors;
    private final BufferedReader lines;

    private Child(List<String> command) throws IOException {
        errors = Files.createTempFile("child", ".err");
        try {
            process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        } catch (IOException absent) {
            Files.delete(errors);
            throw absent;
        }
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts {@code peer.py}; where there is no Python the test is skipped. */
    public static Child python(String... arguments) throws IOException {
        return pythonText(script(), arguments);
    }

    /** The same of any text in Python. */
    public static Child pythonText(String text, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "-c", text));
        command.addAll(List.of(arguments));
        try {
            return new Child(command);
        } catch (IOException absent) {
            assumeTrue(false, "no python3 here: " + absent.getMessage());
            throw absent;
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Child.class.getResourceAsStream("peer.py")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Starts a class of the tests in a virtual machine of its own, with at most so many descriptors. */
    public static Child java(int mostDescriptors, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String limited = "ulimit -n " + mostDescriptors + " && exec \"$@\"";
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", limited, "sh", java, "-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1"));
        command.addAll(OPENS_NOTHING_BY_ITSELF);
        command.addAll(options);
        command.addAll(List.of("-cp", ClassJar.classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return new Child(command);
    }

    /** The next line it says. */
    public String line() throws Exception {
        @Nullable String line = Task.start(lines::readLine).result();
        if (line == null) {
            throw new AssertionError("the program has ended: " + errors());
        }
        return line;
    }

    /** Says a line to it. */
    public void say(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    }

    /** What it has said on its standard error so far. */
    public String errors() throws IOException {
        return Files.readString(errors);
    }

    /** How many descriptors it has open now. */
    public int descriptors() throws IOException {
        int open = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of("/proc", process.pid() + "", "fd"))) {
            for (Path each : entries) {
                open += each.toString().isEmpty() ? 0 : 1;
            }
        }
        return open;
    }

    /** Says that nothing more will be said to it, and gives its exit status. */
    public int end() throws Exception {
        process.getOutputStream().close();
        return Task.start(process::waitFor).result();
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("a killed program lives on");
        }
        process.getOutputStream().close();
        process.getErrorStream().close();
        lines.close();
        Files.delete(errors);
    }
}
