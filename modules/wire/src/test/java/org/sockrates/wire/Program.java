package org.sockrates.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, started by a test: one of the tests' main classes, or one of the machine's. */
final class Program implements AutoCloseable {
    private static final long LIMIT_SECONDS = 30;

    final Process process;
    private final BufferedReader out;

    private Program(ProcessBuilder builder) throws IOException {
        process = builder.redirectErrorStream(true).start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A main class of the tests, as somebody starts it who is in no namespace made for it. */
    static Program java(Class<?> main, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove(Namespace.VARIABLE);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Program(builder);
    }

    static Program of(String... command) throws IOException {
        return new Program(new ProcessBuilder(command));
    }

    /** The next line it says; fails when it ends first. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new AssertionError("it ended and said nothing more");
        }
        return line;
    }

    /** All it still says, up to its end. */
    List<String> rest() {
        return out.lines().toList();
    }

    /** Waits for its end, within a limit. */
    int status() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + LIMIT_SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
