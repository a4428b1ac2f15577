package org.sockrates.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sockrates.app.process.Tools;

/** What the rules of the house look at: the classes that are shipped, and the sources of all modules. */
final class House {
    /** Every module's own classes, the testkit's too; no tests. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sockrates");

    private static final Path ROOT = Tools.root();

    private House() {}

    /** What is shipped, as written. */
    static List<Source> mainSources() {
        return sources("src/main/java");
    }

    /** What tests it, as written. */
    static List<Source> testSources() {
        return sources("src/test/java");
    }

    private static List<Source> sources(String folder) {
        try (Stream<Path> modules = Files.list(ROOT.resolve("modules"))) {
            List<Source> found = modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(House::filesBelow)
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> Source.read(ROOT, file))
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

    /**
     * One file as written.
     *
     * @param name its path from the root of the project
     */
    record Source(String name, List<String> lines) {
        private static Source read(Path root, Path file) {
            try {
                return new Source(root.relativize(file).toString(), Files.readAllLines(file));
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
}
