package org.sockrates.transport.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import org.sockrates.transport.Family;
import org.sockrates.transport.text.HostText;

/** Whether this machine has IPv6: many a container has none. Tried once. */
public final class Ipv6 {
    private static final boolean HERE = isThere();

    private Ipv6() {}

    private static boolean isThere() {
        try (DatagramChannel probe = DatagramChannel.open(StandardProtocolFamily.INET6)) {
            probe.bind(new InetSocketAddress(HostText.loopback(Family.AF_INET6), 0));
            return true;
        } catch (IOException | UnsupportedOperationException absent) {
            return false;
        }
    }

    /** Whether there is some. */
    public static boolean here() {
        return HERE;
    }

    /** Skips the rest of a test on a machine that has none. */
    public static void needed() {
        assumeTrue(HERE, "this machine has no IPv6");
    }
}
