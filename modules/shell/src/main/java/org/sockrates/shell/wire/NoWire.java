package org.sockrates.shell.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.Path;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.session.Place;
import org.sockrates.wire.WireAbility;

/** A program without a wire. */
record NoWire(String reason) implements WireAccess {
    @Override
    public Optional<String> missing() {
        return Optional.of(reason);
    }

    @Override
    public List<WireAbility.Need> needs() {
        return List.of(new WireAbility.Need(WIRE, false, reason, "path  lists what works here"));
    }

    @Override
    public boolean inside() {
        return false;
    }

    @Override
    public void enter(List<String> words) throws IOException {
        throw new MissingAbilityException(reason);
    }

    @Override
    public void enterAgain() throws IOException {
        throw new MissingAbilityException(reason);
    }

    @Override
    public void enterOnWire() throws IOException {
        throw new MissingAbilityException(reason);
    }

    @Override
    public Place place() {
        throw new IllegalStateException(reason);
    }

    @Override
    public Path path() {
        throw new IllegalStateException(reason);
    }
}
