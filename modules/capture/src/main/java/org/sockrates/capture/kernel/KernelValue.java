package org.sockrates.capture.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One value of the kernel for this process's network namespace, as {@code sysctl(8)} reads it.
 *
 * @param name {@code net.ipv4.tcp_sack}
 */
public record KernelValue(String name) {
    /** Where the kernel keeps it. */
    public Path file() {
        return Path.of("/proc/sys", name.replace('.', '/'));
    }

    /** What it is now; empty where this kernel has none. */
    public Optional<String> now() {
        // such a file gives all of itself to the first read, and nothing to a second one
        try (BufferedReader lines = Files.newBufferedReader(file())) {
            return Optional.ofNullable(lines.readLine()).map(String::strip);
        } catch (IOException notInThisKernel) {
            return Optional.empty();
        }
    }
}
