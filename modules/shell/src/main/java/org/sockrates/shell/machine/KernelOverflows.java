package org.sockrates.shell.machine;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.link.Overflows;

/** What the kernel threw away at sockets of this machine, as its table tells it, read anew for each question: of UDP alone. */
public final class KernelOverflows implements Overflows {
    @Override
    public Map<InetSocketAddress, Long> of(Set<InetSocketAddress> sockets) {
        KernelRows rows = KernelRows.once(
                KernelProtocol.UDP,
                sockets.stream().map(InetSocketAddress::getPort).collect(Collectors.toSet()));
        Map<InetSocketAddress, Long> told = new HashMap<>();
        sockets.forEach(socket -> rows.drops(socket).ifPresent(drops -> told.put(socket, drops)));
        return told;
    }
}
