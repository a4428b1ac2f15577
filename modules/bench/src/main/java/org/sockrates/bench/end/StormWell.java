package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.transport.TransportSocket;

/**
 * A datagram socket that nobody reads: once its buffer is full, every further datagram is dropped at it and counted by
 * the kernel, in the last column of {@code /proc/net/udp}. So many datagrams reached it, and no reader was too slow.
 */
final class StormWell implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        try (TransportSocket socket = Carriers.greeted(words)) {
            Pattern row = Pattern.compile(String.format(
                    Locale.ROOT,
                    "\\s*\\d+: \\w+:%04X .* (\\d+)\\s*",
                    Objects.requireNonNull(socket.local()).getPort()));
            rate(row, words.millis("warm"));
            End.result("messages_per_second", rate(row, words.millis("window")));
        }
    }

    private static double rate(Pattern row, Duration window) throws IOException {
        long start = System.nanoTime();
        long before = drops(row);
        LockSupport.parkNanos(window.toNanos());
        long count = drops(row) - before;
        return count * 1e9 / (System.nanoTime() - start);
    }

    private static long drops(Pattern row) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/net/udp"))) {
            Matcher matcher = row.matcher(line);
            if (matcher.matches()) {
                return Long.parseLong(matcher.group(1));
            }
        }
        throw new IOException("the kernel does not list our socket");
    }
}
