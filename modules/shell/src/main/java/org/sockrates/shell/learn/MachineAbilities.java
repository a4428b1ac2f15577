package org.sockrates.shell.learn;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.Abilities;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.transport.Family;
import org.sockrates.transport.text.HostText;

/** What labs may require of a machine, and whether this one has it. */
final class MachineAbilities implements Abilities {
    /** The words a lab may use. */
    static final List<String> KNOWN =
            List.of("ipv6", "linux", "multicast", "time-wait", "virtual-threads", WireAccess.WIRE);

    /** Where a lab may run: virtual time is for whole runs, not for a lab's sockets. */
    static final List<String> PATHS = List.of(LoopbackPath.NAME, RelayPath.NAME, WireAccess.WIRE);

    private final WireAccess wire;

    MachineAbilities(WireAccess wire) {
        this.wire = wire;
    }

    @Override
    public Optional<String> missing(String ability) {
        return switch (ability) {
            case "ipv6" -> ipv6();
            case "linux" -> ThisMachine.withoutKernelTable();
            case LoopbackPath.NAME, RelayPath.NAME -> ThisMachine.withoutLoopback();
            case "multicast" -> ThisMachine.withoutMulticast();
            case "time-wait" -> TimeWaitRoom.missing();
            case "virtual-threads" -> ThisMachine.withoutVirtualThreads();
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
}
