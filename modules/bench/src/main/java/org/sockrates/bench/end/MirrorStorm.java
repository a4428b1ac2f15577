package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Datagrams through a mirror without a pause, to a socket that nobody reads; counted by the kernel at the device, as it
 * gets them back, so that only the mirror can be too slow. Tells also how much of a processor the mirror used for each,
 * which depends less on what else runs.
 */
final class MirrorStorm implements End.Program {
    private static final Path DEVICES = Path.of("/proc/net/dev");
    private static final String DEVICE = "wire0:";
    private static final long ENOUGH = 300_000;
    private static final long POLL_NANOS = 10_000_000;
    private static final int BACK = 2; // received packets: the second number behind the name

    @Override
    public void run(Words words) throws IOException {
        try (Mirrored mirror = Mirrored.by(words);
                DatagramChannel well = DatagramChannel.open().bind(Mirrored.here(0));
                DatagramChannel source = DatagramChannel.open()
                        .connect(Mirrored.there(well.socket().getLocalPort()))) {
            Flood.begin(source, words.number("size"));
            warm(words.millis("warm"));
            measure(mirror, words.millis("window"));
        }
    }

    /** For a time, and until so many came back that compiled code brings them, however little of a processor it gets. */
    private static void warm(Duration time) throws IOException {
        LockSupport.parkNanos(time.toNanos());
        while (back() < ENOUGH) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static void measure(Mirrored mirror, Duration window) throws IOException {
        long start = System.nanoTime();
        long before = back();
        Duration used = mirror.processorTime();
        LockSupport.parkNanos(window.toNanos());
        double count = back() - before;
        double nanos = System.nanoTime() - start;
        End.result("messages_per_second", count * 1e9 / nanos);
        End.result("processor_us", mirror.processorTime().minus(used).toNanos() / 1e3 / count);
    }

    private static long back() throws IOException {
        for (String line : Files.readAllLines(DEVICES)) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].equals(DEVICE)) {
                return Long.parseLong(words[BACK]);
            }
        }
        throw new IOException("the kernel does not list " + DEVICE);
    }
}
