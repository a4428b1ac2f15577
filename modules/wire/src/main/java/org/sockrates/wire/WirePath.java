package org.sockrates.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.transport.Traits;

/**
 * The kernel's own TCP and UDP, every packet of which passes the link: {@code wire}. There is no link it refuses. It can be
 * used inside a {@link Namespace} only; each passage has a wire of its own.
 */
public final class WirePath implements Path {
    /** The word people type for it. */
    public static final String NAME = "wire";

    /** The number of the device that the next passage of this process begins to look at. */
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> refusal(Traits traits, LinkSpec link) {
        return Optional.empty();
    }

    @Override
    public boolean countsTraffic() {
        return true;
    }

    @Override
    public List<String> congestionControls() throws IOException {
        return TcpSettings.here().congestionControls();
    }

    /**
     * Each has addresses of its own: what the ends of one still send, a FIN that was lost, finds no way into the next.
     *
     * @throws WireUnavailableException when this process is in no namespace of its own
     */
    @Override
    public Passage open(Traits traits, LinkSpec link) throws IOException {
        Wire wire = Wire.open(WireSettings.USUAL, link, NEXT.get());
        NEXT.set(wire.number() + 1);
        return new WirePassage(wire);
    }
}
