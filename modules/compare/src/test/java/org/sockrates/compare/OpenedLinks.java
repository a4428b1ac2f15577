package org.sockrates.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.transport.Traits;

/** A path that writes down with which link each of its passages was opened. */
public final class OpenedLinks implements Path {
    private final Path path;
    private final boolean virtual;
    private final List<String> opened = new ArrayList<>();

    /** Of a path as it is. */
    public OpenedLinks(Path path) {
        this(path, path.inVirtualTime());
    }

    /** @param virtual whether it says that its time is */
    public OpenedLinks(Path path, boolean virtual) {
        this.path = path;
        this.virtual = virtual;
    }

    /** In their order, each with {@code tcp} or {@code udp} before it, by what its transport travels in. */
    public List<String> opened() {
        return opened;
    }

    @Override
    public String name() {
        return path.name();
    }

    @Override
    public Optional<String> refusal(Traits traits, LinkSpec link) {
        return path.refusal(traits, link);
    }

    @Override
    public boolean inVirtualTime() {
        return virtual;
    }

    @Override
    public Passage open(Traits traits, LinkSpec link) throws IOException {
        opened.add((traits.inDatagrams() ? "udp " : "tcp ") + (link.isPerfect() ? "" : link.text()));
        return path.open(traits, link);
    }
}
