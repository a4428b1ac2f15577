package org.sockrates.shell.editor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where typed lines are kept from one session to the next: for their owner only, and not at all where that cannot be. */
final class HistoryFile {
    /** What there is room for, a few times over. */
    private static final long MOST_BYTES =
            Math.min(16 << 20, Runtime.getRuntime().maxMemory() / 16);

    private HistoryFile() {}

    /** The file, made if it was not there, and mended where it is no text; empty where none can be kept. */
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
            if (!Files.isWritable(file) || !Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            mend(file);
            return Optional.of(file);
        } catch (IOException | InvalidPathException unwritable) {
            return Optional.empty();
        }
    }

    /** What is no UTF-8 in it, as after a crash, becomes U+FFFD: the editor would read none of it. */
    private static void mend(Path file) throws IOException {
        byte[] kept = Files.readAllBytes(file);
        byte[] text = new String(kept, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(kept, text)) {
            Files.write(file, text);
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
