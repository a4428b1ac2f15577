package org.sockrates.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sockrates.app.process.Tools;

/**
 * One file of the house as written.
 *
 * @param name its path from the root of the project
 */
record Source(String name, List<String> lines) {
    private static final Path ROOT = Tools.root();

    /** What is shipped. */
    static List<Source> shipped() {
        return all("src/main/java");
    }

    /** What tests it. */
    static List<Source> tests() {
        return all("src/test/java");
    }

    private static List<Source> all(String folder) {
        try (Stream<Path> modules = Files.list(ROOT.resolve("modules"))) {
            List<Source> found = modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(Source::filesBelow)
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(Source::read)
                    .toList();
            assertThat(found).as("sources in modules/*/%s", folder).hasSizeGreaterThan(20);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path file) {
        try {
            return new Source(ROOT.relativize(file).toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    String folder() {
        return name.substring(0, name.lastIndexOf('/'));
    }

    boolean has(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }
}
