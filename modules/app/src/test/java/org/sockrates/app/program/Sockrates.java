package org.sockrates.app.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;
import org.sockrates.wire.Namespace;

/**
 * The program as people start it, through its launcher, on a machine of its own: a home, a folder to work in and one for
 * temporary files, all empty. {@link #left()} tells what it did not take away.
 */
final class Sockrates {
    /** A session of a test is over before C2, which a shell has, would have warmed up. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:CICompilerCount=1";

    private final Path folder;
    private final String mark = UUID.randomUUID().toString();
    private final Map<String, String> variables = new TreeMap<>();

    /** @param folder an empty one */
    Sockrates(Path folder) throws IOException {
        this.folder = folder;
        for (String each : List.of("home", "work", "temporary", "said")) {
            Files.createDirectory(folder.resolve(each));
        }
        variables.put("PATH", System.getenv("PATH"));
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder.resolve("temporary") + " " + QUICK);
        variables.put("HOME", folder.resolve("home").toString());
        variables.put("LANG", "C.UTF-8");
        variables.put("TERM", "dumb");
        variables.put("SOCKRATES_TEST", mark);
    }

    static Path launcher() {
        return Tools.root().resolve("scripts/sockrates");
    }

    /** Where it is started. */
    Path work() {
        return folder.resolve("work");
    }

    Sockrates variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Sockrates without(String variable) {
        variables.remove(variable);
        return this;
    }

    /** Runs it with words, and nothing to read, to its end. */
    Ended run(String... words) throws IOException, InterruptedException {
        return start(words).ended();
    }

    /** Runs it with lines to read, and mostly without words, to its end. */
    Ended read(String lines, String... words) throws IOException, InterruptedException {
        return read(lines, line(words));
    }

    /** The same over the wire. It is started inside of a namespace: that it starts itself again in one, others see. */
    Ended readOnWire(String lines) throws IOException, InterruptedException {
        return read(lines, Namespace.freshFor(line("--path", "wire")));
    }

    private Ended read(String lines, List<String> command) throws IOException, InterruptedException {
        Path input = Files.createTempFile(folder.resolve("said"), "in", "");
        Files.write(input, lines.getBytes(UTF_8));
        ProcessBuilder builder = command(command).redirectInput(input.toFile());
        return Started.start(builder, folder.resolve("said")).ended();
    }

    private static List<String> line(String... words) {
        List<String> all = new ArrayList<>(List.of(launcher().toString()));
        all.addAll(List.of(words));
        return all;
    }

    /** Runs it with words and nothing to read, inside of a namespace. */
    Ended runOnWire(String... words) throws IOException, InterruptedException {
        return start(Namespace.freshFor(line(words))).ended();
    }

    /** Starts it with words, and nothing to read. */
    Started start(String... words) throws IOException {
        return start(line(words));
    }

    private Started start(List<String> command) throws IOException {
        return Started.start(command(command).redirectInput(Path.of("/dev/null").toFile()), folder.resolve("said"));
    }

    /** Starts it with words, and reads what is written to the process. */
    Started startTyping(String... words) throws IOException {
        return Started.start(command(line(words)), folder.resolve("said"));
    }

    /** Any command on the same machine: a shell, a terminal, with the program in it. */
    ProcessBuilder command(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(work().toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        return builder;
    }

    /** What is left of it: files it was not asked to make, and processes. */
    List<String> left() throws IOException {
        List<String> left = new ArrayList<>();
        for (String each : List.of("work", "temporary")) {
            try (Stream<Path> files = Files.walk(folder.resolve(each))) {
                files.filter(Files::isRegularFile).map(Path::toString).forEach(left::add);
            }
        }
        ProcessHandle.allProcesses()
                .filter(process -> isOurs(process.pid()))
                .map(process -> "process " + process.info().commandLine().orElse("" + process.pid()))
                .forEach(left::add);
        return left;
    }

    private boolean isOurs(long pid) {
        try {
            return new String(Files.readAllBytes(Path.of("/proc/" + pid + "/environ")), UTF_8).contains(mark);
        } catch (IOException gone) {
            return false;
        }
    }
}
