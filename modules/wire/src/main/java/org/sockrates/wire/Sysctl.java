package org.sockrates.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One value of the kernel for this process's network namespace, as {@code sysctl(8)} reads and writes it.
 *
 * @param name {@code net.ipv4.tcp_sack}
 */
public record Sysctl(String name) {
    private Path file() {
        return Path.of("/proc/sys", name.replace('.', '/'));
    }

    /** What it is now; empty where this kernel has none. */
    public Optional<String> value() {
        // such a file gives all of itself to the first read, and nothing to a second one
        try (BufferedReader lines = Files.newBufferedReader(file())) {
            return Optional.ofNullable(lines.readLine()).map(String::strip);
        } catch (IOException notInThisKernel) {
            return Optional.empty();
        }
    }

    /** @throws WireUnavailableException outside a namespace of our own: there it is the machine's, and stays as it is */
    void set(String value) throws IOException {
        if (!Namespace.inside()) {
            throw new WireUnavailableException(
                    name + " is this machine's (expected: a network namespace of our own); it stays as it is");
        }
        Files.write(file(), value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets it where this kernel has it. */
    void setIfThere(String value) throws IOException {
        if (value().isPresent()) {
            set(value);
        }
    }
}
