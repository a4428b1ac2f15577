package org.sockrates.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.transport.SystemClock;

/**
 * An IPv6 address that was just added takes the kernel some milliseconds, even where nobody else could have it: until then
 * it is tentative and nothing is sent from it, and until its route is there what is sent to it is thrown away.
 */
final class SixReady {
    private static final Path ADDRESSES = Path.of("/proc/net/if_inet6");
    private static final Path ROUTES = Path.of("/proc/net/ipv6_route");
    private static final int TENTATIVE = 0x40; // linux/if_addr.h
    private static final int FLAGS = 4;
    private static final long LIMIT_NANOS = 2_000_000_000L;
    private static final long NAP_NANOS = 500_000;

    private SixReady() {}

    /** Waits until an address may be used; answers false when it may not after two seconds. */
    static boolean await(InetAddress address) throws IOException {
        String digits = HexFormat.of().formatHex(address.getAddress());
        long end = SystemClock.INSTANCE.nanoTime() + LIMIT_NANOS;
        boolean ready = isReady(digits);
        while (!ready && SystemClock.INSTANCE.nanoTime() < end) {
            LockSupport.parkNanos(NAP_NANOS);
            ready = isReady(digits);
        }
        return ready;
    }

    /** An address: its digits, and in hexadecimal the device's number, the prefix, the scope, the flags; then the name. */
    private static boolean isReady(String digits) throws IOException {
        boolean settled = Files.readAllLines(ADDRESSES).stream()
                .map(line -> line.split("\\s+", -1))
                .anyMatch(words -> words[0].equals(digits) && (Integer.parseInt(words[FLAGS], 16) & TENTATIVE) == 0);
        return settled && Files.readAllLines(ROUTES).stream().anyMatch(line -> line.startsWith(digits + " 80 "));
    }
}
