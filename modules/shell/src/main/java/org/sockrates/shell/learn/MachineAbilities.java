package org.sockrates.shell.learn;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.Abilities;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.transport.Family;
import org.sockrates.transport.text.HostText;

/** What labs may require of a machine, and whether this one has it. */
final class MachineAbilities implements Abilities {
    /** The words a lab may use. */
    static final List<String> KNOWN =
            List.of("ipv6", "linux", "multicast", "time-wait", "virtual-threads", WireAccess.WIRE);

    /** Where a lab may run: virtual time is for whole runs, not for a lab's sockets. */
    static final List<String> PATHS = List.of("loopback", "relay", WireAccess.WIRE);

    private final WireAccess wire;

    MachineAbilities(WireAccess wire) {
        this.wire = wire;
    }

    @Override
    public Optional<String> missing(String ability) {
        return switch (ability) {
            case "ipv6" -> ipv6();
            case "linux" ->
                Files.isReadable(Path.of("/proc/net/tcp"))
                        ? Optional.empty()
                        : Optional.of("the kernel's table of sockets is not readable here");
            case "loopback", "relay" -> Optional.empty();
            case "multicast" -> multicast();
            case "time-wait" -> TimeWaitRoom.missing();
            case "virtual-threads" ->
                Runtime.version().feature() >= 21
                        ? Optional.empty()
                        : Optional.of("Java " + Runtime.version().feature() + " has none, 21 has");
            case ProgramRole.ABILITY -> Optional.of("it judges one of yours; name it:  grade LAB -- PROGRAM");
            case WireAccess.WIRE -> wire();
            default -> Optional.of("unknown here");
        };
    }

    private Optional<String> wire() {
        if (wire.inside()) {
            return Optional.empty();
        }
        return Optional.of(wire.missing()
                .orElse("this process is in no namespace of its own; run it from the command line, or  path wire"));
    }

    private static Optional<String> ipv6() {
        try (ServerSocket probe = new ServerSocket(0, 1, HostText.loopback(Family.AF_INET6))) {
            return probe.isBound() ? Optional.empty() : Optional.of("::1 cannot be bound");
        } catch (IOException absent) {
            return Optional.of("::1 cannot be bound");
        }
    }

    private static Optional<String> multicast() {
        try {
            NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
            return loopback != null && loopback.isUp()
                    ? Optional.empty()
                    : Optional.of("no loopback interface that is up");
        } catch (IOException unreadable) {
            return Optional.of("interfaces cannot be listed");
        }
    }
}
