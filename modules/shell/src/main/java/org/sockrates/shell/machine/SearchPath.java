package org.sockrates.shell.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Where programs are that somebody names. It starts none.
 *
 * @param folders those in which a name without a folder is looked for, as {@code PATH} has them
 */
public record SearchPath(String folders) {
    static final String NO_SUCH = "no such program";

    /** That of a process with these variables. */
    public static SearchPath of(Map<String, String> environment) {
        return new SearchPath(environment.getOrDefault("PATH", ""));
    }

    /**
     * Why a program cannot be started; empty where it can.
     *
     * @param folder in which it would be
     */
    public Optional<String> missing(Path folder, String name) {
        if (name.contains(File.separator)) {
            Path file = folder.resolve(name);
            return fault(file).or(() -> FirstLine.fault(folder, file));
        }
        boolean found = Arrays.stream(folders.split(File.pathSeparator, -1))
                .anyMatch(each -> isProgram(folder.resolve(each).resolve(name)));
        return found ? Optional.empty() : Optional.of(NO_SUCH);
    }

    private static boolean isProgram(Path file) {
        return Files.isExecutable(file) && Files.isRegularFile(file);
    }

    /** Why a file is no program. */
    static Optional<String> fault(Path file) {
        if (isProgram(file)) {
            return Optional.empty();
        }
        if (!Files.exists(file)) {
            return Optional.of(NO_SUCH);
        }
        return Optional.of(
                Files.isDirectory(file) ? "a folder" : Files.isRegularFile(file) ? "not executable" : "no plain file");
    }
}
