package org.sockrates.app.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that are not ours: where they are, and where this project is. */
public final class Tools {
    private Tools() {}

    /** Where a command is on the PATH of the tests, or empty. */
    public static Optional<Path> find(String command) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The root of this project. */
    public static Path root() {
        Path each = Path.of("").toAbsolutePath();
        while (!Files.exists(each.resolve("scripts/sockrates"))) {
            each = each.getParent();
        }
        return each;
    }
}
