package org.sockrates.app;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.sockrates.transport.Transport;

/** Every transport on the class path, a student's own among them. The only place that looks. */
final class Transports {
    private Transports() {}

    /** In the order they are shown: by name, so that {@code tcp} comes before {@code udp}. */
    static List<Transport> found() {
        List<Transport> found = new ArrayList<>();
        ServiceLoader.load(Transport.class).forEach(found::add);
        found.sort((one, other) -> one.name().compareTo(other.name()));
        return List.copyOf(found);
    }
}
