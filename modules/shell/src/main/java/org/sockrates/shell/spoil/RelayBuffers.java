package org.sockrates.shell.spoil;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sockrates.link.relay.Overflows;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.Place;

/**
 * What the kernel threw away at a relay's own sockets, since these were full. It is the relay's loss, and neither a
 * network's nor a rule's.
 *
 * @param place where nothing is told once bits were flipped
 */
record RelayBuffers(Supplier<Place> place) implements Overflows {
    @Override
    public Map<InetSocketAddress, Long> of(Set<InetSocketAddress> sockets) {
        Map<InetSocketAddress, Long> told = new HashMap<>();
        if (!place.get().spoils()) {
            KernelRows rows = KernelRows.once(
                    sockets.stream().map(InetSocketAddress::getPort).collect(Collectors.toSet()));
            sockets.forEach(socket -> rows.drops(socket).ifPresent(drops -> told.put(socket, drops)));
        }
        return told;
    }
}
