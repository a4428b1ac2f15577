package org.sockrates.shell.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** Where typed lines are kept from one session to the next: for their owner only, and not at all where that cannot be. */
final class HistoryFile {
    private HistoryFile() {}

    /** The file, made if it was not there; empty where none can be kept. */
    static Optional<Path> in(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        String state = environment.getOrDefault("XDG_STATE_HOME", home.isEmpty() ? "" : home + "/.local/state");
        try {
            if (!Path.of(state).isAbsolute()) {
                return Optional.empty();
            }
            Path file = Path.of(state, "sockrates", "history");
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.isWritable(file) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException | InvalidPathException unwritable) {
            return Optional.empty();
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException notPosix) {
            Files.createFile(file);
        }
    }
}
