package org.sockrates.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Packets a device could not take, as {@code /proc/net/dev} counts them. */
final class Overruns {
    private static final Path DEVICES = Path.of("/proc/net/dev");
    private static final int DROPPED = 12; // the name, eight numbers of what it received, then bytes, packets, errors

    private Overruns() {}

    /** Those of this device since it was made; 0 when there is none. */
    static long of(String device) {
        try {
            return of(device, Files.readAllLines(DEVICES));
        } catch (IOException untold) {
            return 0;
        }
    }

    static long of(String device, List<String> lines) {
        return lines.stream()
                .map(line -> line.strip().split("[\\s:]+", -1))
                .filter(words -> words[0].equals(device) && words.length > DROPPED)
                .mapToLong(words -> Long.parseLong(words[DROPPED]))
                .sum();
    }
}
