package org.sockrates.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/**
 * A clone of the project as the launcher sees it, in a folder with a space in its name: the real launcher, a few
 * sources, and on the path a Maven that copies a tiny program and notes that it was called.
 */
final class Checkout implements AutoCloseable {
    private static final List<String> TOOLS = List.of(
            "sh",
            "awk",
            "cp",
            "date",
            "find",
            "flock",
            "head",
            "mkdir",
            "mv",
            "printf", // mksh has none of its own
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail",
            "touch");
    private static final String MAVEN = """
            #!/bin/sh
            sleep 0.05 # the clock ticks before anything else is saved
            echo "$JAVA_HOME" >> maven-was-called
            echo '[INFO] Building Sockrates app 0.1.0 [1/1]'
            while [ -e hold-maven ]; do sleep 0.05; done
            if [ -e break-maven ]; then
                echo '[ERROR] A.java:[1,2] is not Java'
                echo '[ERROR] -> [Help 1]'
                echo '[ERROR] See the manual'
                exit 1
            fi
            mkdir -p modules/app/target/quick
            head -c 1000 program.jar > modules/app/target/quick/sockrates.jar
            while [ -e hold-writing ]; do sleep 0.05; done
            cp program.jar modules/app/target/quick/sockrates.jar
            """;

    /** One of its sources. */
    static final String SOURCE = "modules/app/src/main/java/A.java";

    private final Path folder;
    private final Path home;
    private final Path bin;
    private final Map<String, String> variables = new TreeMap<>();

    /**
     * Makes the clone; nothing in it is built.
     *
     * @param folder an empty one
     * @param program the jar that this clone's Maven "builds"
     */
    Checkout(Path folder, Path program) throws IOException {
        this.folder = folder;
        home = folder.resolve("a clone");
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(home.resolve("scripts"));
        Files.createDirectories(home.resolve(".mvn"));
        Files.copy(Tools.root().resolve("scripts/sockrates"), launcher());
        Files.createSymbolicLink(home.resolve("program.jar"), program);
        save("pom.xml");
        save("modules/app/pom.xml");
        save(SOURCE);
        save("modules/app/src/main/java/B.java");
        age();
        for (String tool : TOOLS) {
            Files.createSymbolicLink(
                    bin.resolve(tool), Tools.find(tool).orElseThrow(() -> new AssertionError(tool + ": needed")));
        }
        command("mvn", MAVEN);
        Files.createSymbolicLink(bin.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        variables.put("PATH", bin.toString());
    }

    Path launcher() {
        return home.resolve("scripts/sockrates");
    }

    /** A file of the clone, whether or not it is there. */
    Path path(String name) {
        return home.resolve(name);
    }

    /** Writes a file of the clone, now. */
    void save(String name) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.writeString(path(name), "-");
    }

    /** Puts a command on the path of whoever starts this clone. */
    Path command(String name, String script) throws IOException {
        Files.deleteIfExists(bin.resolve(name));
        Files.writeString(bin.resolve(name), script);
        return Files.setPosixFilePermissions(bin.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Puts lines of shell before a command that is on the path of whoever starts this clone. */
    void odd(String name, String first) throws IOException {
        command(name, "#!/bin/sh\n" + first + "\nexec '" + bin.resolve(name).toRealPath() + "' \"$@\"\n");
    }

    /** Takes a command off the path of whoever starts this clone. */
    void without(String command) throws IOException {
        Files.delete(bin.resolve(command));
    }

    void variable(String name, String value) {
        variables.put(name, value);
    }

    /** The one archive of classes that was made here; an empty one could not be. */
    Path archive() throws IOException {
        try (Stream<Path> files = Files.list(path("modules/app/target/launcher"))) {
            List<Path> found = files.filter(
                            each -> each.getFileName().toString().startsWith("classes-"))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    /** How often Maven was called. */
    int builds() throws IOException {
        Path calls = path("maven-was-called");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    /** Makes everything in the clone an hour old, so that what comes is newer, however coarse the disk's clock is. */
    void age() throws IOException {
        FileTime old = FileTime.from(Instant.now().minusSeconds(3600));
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.filter(each -> !Files.isSymbolicLink(each)).toList()) {
                Files.setLastModifiedTime(each, old);
            }
        }
    }

    /** Starts the launcher with words and waits for its end. */
    Ended sockrates(String... words) throws IOException, InterruptedException {
        return start(launcher(), words).ended();
    }

    /** Starts the launcher in a shell that is named, and waits for its end. */
    Ended in(List<String> shell, String... words) throws IOException, InterruptedException {
        return start(Stream.concat(shell.stream(), Stream.of(launcher().toString())), words)
                .ended();
    }

    /** Starts the launcher by one of its names. */
    Started start(Path launcher, String... words) throws IOException {
        return start(Stream.of(launcher.toString()), words);
    }

    private Started start(Stream<String> launcher, String... words) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(launcher, Stream.of(words)).toList()).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        return Started.start(builder, folder);
    }

    /** Takes away the links that lead out of the folder. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(each);
            }
        }
    }
}
