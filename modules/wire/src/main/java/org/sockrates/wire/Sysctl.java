package org.sockrates.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.sockrates.capture.kernel.KernelValue;

/**
 * One value of the kernel for this process's network namespace, as {@code sysctl(8)} reads and writes it.
 *
 * @param name {@code net.ipv4.tcp_sack}
 */
record Sysctl(String name) {
    /** What it is now; empty where this kernel has none. */
    Optional<String> value() {
        return new KernelValue(name).now();
    }

    /** @throws WireUnavailableException outside a namespace of our own: there it is the machine's, and stays as it is */
    void set(String value) throws IOException {
        if (!Namespace.inside()) {
            throw new WireUnavailableException(
                    name + " is this machine's (expected: a network namespace of our own); it stays as it is");
        }
        Files.write(new KernelValue(name).file(), value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets it where this kernel has it. */
    void setIfThere(String value) throws IOException {
        if (value().isPresent()) {
            set(value);
        }
    }
}
