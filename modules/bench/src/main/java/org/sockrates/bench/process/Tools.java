package org.sockrates.bench.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs of others that are measured beside ours. Looked for, never installed. */
public final class Tools {
    private static final Map<String, String> DEBIAN_PACKAGES =
            Map.of("taskset", "util-linux", "jshell", "openjdk-17-jdk");

    private Tools() {}

    /** Why something cannot be measured here, or empty when all these tools are on the PATH. */
    public static Optional<String> lacking(List<String> tools) {
        List<String> absent = tools.stream().filter(tool -> !present(tool)).toList();
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        List<String> packages = absent.stream()
                .map(tool -> DEBIAN_PACKAGES.getOrDefault(tool, tool))
                .toList();
        return Optional.of(String.join(", ", absent) + " not found (Debian: " + String.join(" ", packages) + ")");
    }

    private static boolean present(String tool) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
