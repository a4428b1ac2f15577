package org.sockrates.wire;

import java.util.Optional;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkSpec;

/** The link of a wire, which refuses none. */
record WireControl(Wire wire) implements LinkControl {
    @Override
    public LinkSpec link() {
        return wire.link();
    }

    @Override
    public Optional<String> refusal(LinkSpec link) {
        return Optional.empty();
    }

    @Override
    public void use(LinkSpec link) {
        wire.use(link);
    }
}
