package org.sockrates.link.relay;

import java.util.Optional;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Overflows;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.transport.Traits;

/** The machine's own loopback, with nothing between the ends: it has no link to spoil. */
public final class LoopbackPath implements Path {
    /** The word people type for it. */
    public static final String NAME = "loopback";

    private final Overflows overflows;

    /** Where nobody tells what full receive buffers cost. */
    public LoopbackPath() {
        this(Overflows.UNTOLD);
    }

    /** @param overflows of this machine's sockets */
    public LoopbackPath(Overflows overflows) {
        this.overflows = overflows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> refusal(Traits traits, LinkSpec link) {
        if (link.isPerfect()) {
            return Optional.empty();
        }
        boolean relayCan = new RelayPath().refusal(traits, link).isEmpty();
        return Optional.of("loopback has no link to put this on: " + link.text() + "; use "
                + (relayCan ? "--path relay" : "--path wire or --path sim"));
    }

    @Override
    public Passage open(Traits traits, LinkSpec link) {
        RelayPath.refuse(refusal(traits, link));
        return new RealTimePassage(Optional.empty(), overflows);
    }
}
