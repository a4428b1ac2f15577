package org.sockrates.shell.learn;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketHost;
import org.sockrates.shell.session.Defaults;
import org.sockrates.shell.session.Place;
import org.sockrates.shell.session.Session;

/**
 * A session as a lab wants it: what commands use when they are not told, the link of its place, and TCP's switches. All of
 * it comes back to where it was.
 */
final class LabStage {
    /** The longest a call of a lab waits, unless it sets that otherwise. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

    private final Session session;
    private final Defaults own;
    private final Optional<PacketHost> host;
    private final LinkSpec ownLink;
    private Place.@Nullable Pinned pinned;

    private LabStage(Session session) throws IOException {
        this.session = session;
        own = session.defaults().copy();
        host = session.place().link();
        ownLink = host.map(PacketHost::link).orElse(LinkSpec.NONE);
    }

    /** @throws IOException when the place or its TCP cannot be had as the lab wants it; then all is as it was */
    static LabStage set(Session session, FrontMatter wishes) throws IOException {
        LabStage stage = new LabStage(session);
        try {
            stage.set(wishes);
            return stage;
        } catch (IOException | RuntimeException refused) {
            stage.restore();
            throw refused;
        }
    }

    private void set(FrontMatter wishes) throws IOException {
        Defaults defaults = session.defaults();
        defaults.unicode(true); // a lab shows the same on every machine
        defaults.timeout(CALL_LIMIT);
        wishes.transport().ifPresent(name -> session.use("lab", name));
        wishes.seed().ifPresent(defaults::seed);
        wishes.link().ifPresent(defaults::link);
        host.ifPresent(link -> use(link, LinkSpec.parse(wishes.link().orElse(""), defaults.seed())));
        if (wishes.profile().isPresent()) {
            pinned = session.place().pin(wishes.profile().get());
        }
    }

    /** Nothing of what was ordered before is left. */
    private static void use(PacketHost link, LinkSpec rules) {
        link.forgetOrders();
        link.use(rules);
        link.resume();
    }

    /** What was there before the lab came. */
    void restore() throws IOException {
        session.defaults().like(own);
        host.ifPresent(link -> use(link, ownLink));
        Place.Pinned put = pinned;
        pinned = null;
        if (put != null) {
            put.restore();
        }
    }
}
