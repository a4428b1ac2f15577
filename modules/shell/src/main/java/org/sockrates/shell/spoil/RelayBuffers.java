package org.sockrates.shell.spoil;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sockrates.link.Overflows;
import org.sockrates.shell.machine.KernelOverflows;
import org.sockrates.shell.session.Place;

/**
 * What the kernel threw away at a relay's own sockets, since these were full. It is the relay's loss, and neither a
 * network's nor a rule's.
 *
 * @param place where nothing is told once bits were flipped
 */
record RelayBuffers(Supplier<Place> place) implements Overflows {
    private static final Overflows KERNEL = new KernelOverflows();

    @Override
    public Map<InetSocketAddress, Long> of(Set<InetSocketAddress> sockets) {
        return place.get().spoils() ? Map.of() : KERNEL.of(sockets);
    }
}
