package org.sockrates.sim.path;

import java.util.Optional;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;

/**
 * Virtual time: {@code sim}. There is no link it refuses, no machine it does not run on, and nothing waits; of a transport
 * it needs a model.
 */
public final class SimPath implements Path {
    /** The word people type for it. */
    public static final String NAME = "sim";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> refusal(Traits traits, LinkSpec link) {
        return Optional.empty();
    }

    @Override
    public Optional<String> refusal(Transport transport) {
        return SimPassage.models(transport)
                ? Optional.empty()
                : Optional.of("no model of it, only of tcp, udp, rdt-sw, rdt-gbn and rdt-sr");
    }

    @Override
    public boolean countsTraffic() {
        return true;
    }

    @Override
    public boolean inVirtualTime() {
        return true;
    }

    /** TCP is a model here, and says so wherever it is named. */
    @Override
    public String named(Transport transport) {
        return transport.name().equals("tcp") ? SimPassage.TCP : transport.name();
    }

    @Override
    public Passage open(Traits traits, LinkSpec link) {
        return new SimPassage(link);
    }
}
