package org.sockrates.shell.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.Path;
import org.sockrates.shell.session.Place;
import org.sockrates.wire.Namespace;
import org.sockrates.wire.WireAbility;
import org.sockrates.wire.WirePath;

/** The wire of Linux, in a network namespace of this process's own. */
public final class NamespaceAccess implements WireAccess {
    private final List<String> words;

    /** @param words what this process was started with: the last words of its command line */
    public NamespaceAccess(List<String> words) {
        this.words = List.copyOf(words);
    }

    @Override
    public Optional<String> missing() {
        return WireAbility.look()
                .missing()
                .map(missing -> "wire: " + missing
                        + "; until then a relay, which loses no TCP segment:  link add , compare --path relay");
    }

    @Override
    public List<WireAbility.Need> needs() {
        return WireAbility.look().needs();
    }

    @Override
    public boolean inside() {
        return Namespace.inside();
    }

    @Override
    public void enter(List<String> others) throws IOException {
        require();
        Namespace.startAgain(words.size(), others);
    }

    @Override
    public void enterAgain() throws IOException {
        enter(words);
    }

    @Override
    public void enterOnWire() throws IOException {
        enter(WireAccess.onWire(words));
    }

    @Override
    public Place place() {
        return new WirePlace();
    }

    @Override
    public Path path() {
        return new WirePath();
    }
}
