package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.capture.kernel.KernelValue;

/**
 * Whether the kernel has room for one more connection in TIME-WAIT. It keeps so many and no more; on a machine that has
 * just served hundreds of thousands, the state a lab wants to show is left out.
 */
final class TimeWaitRoom {
    private static final Path COUNTS = Path.of("/proc/net/sockstat");
    private static final KernelValue MOST = new KernelValue("net.ipv4.tcp_max_tw_buckets");
    private static final Pattern KEPT = Pattern.compile("(?s).*TCP:[^\\n]* tw ([0-9]{1,9}) .*");
    private static final int RESERVE = 4_000;

    private TimeWaitRoom() {}

    static Optional<String> missing() {
        try {
            return missing(Files.readString(COUNTS), MOST.now().orElse(""));
        } catch (IOException notLinux) {
            return Optional.of("the kernel does not tell how many connections are in TIME-WAIT");
        }
    }

    /** The same, from what the two files say. */
    static Optional<String> missing(String counts, String most) {
        Matcher kept = KEPT.matcher(counts);
        if (!kept.matches() || !most.strip().matches("[0-9]{1,9}")) {
            return Optional.of("the kernel does not tell how many connections are in TIME-WAIT");
        }
        int room = Integer.parseInt(most.strip()) - Integer.parseInt(kept.group(1));
        return room > RESERVE
                ? Optional.empty()
                : Optional.of(kept.group(1) + " connections are in TIME-WAIT, the kernel keeps no more; wait a minute");
    }
}
