package org.sockrates.compare;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.Passage;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Traits;

/** An experiment that sets a transport beside others, where that is possible. */
final class Beside implements Experiment {
    private final Asking asking;
    private final Optional<String> reason;

    interface Asking {
        Observations ask(SocketKind transport, List<SocketKind> others) throws IOException;
    }

    Beside(Asking asking) {
        this(asking, Optional.empty());
    }

    /** @param reason why it cannot be asked anywhere, if it cannot */
    Beside(Asking asking, Optional<String> reason) {
        this.asking = asking;
        this.reason = reason;
    }

    @Override
    public String name() {
        return "beside";
    }

    @Override
    public String question() {
        return "who is there?";
    }

    @Override
    public String method(Settings settings) {
        return "as told";
    }

    @Override
    public List<Measure> measures() {
        return List.of(Probe.VALUE);
    }

    @Override
    public Optional<String> impossible(Traits traits, Passage passage) {
        return reason;
    }

    @Override
    public Observations observe(SocketKind transport, Passage passage, Settings settings) {
        throw new IllegalStateException("asked alone");
    }

    @Override
    public Observations observe(SocketKind transport, List<SocketKind> others, Passage passage, Settings settings)
            throws IOException {
        return asking.ask(transport, others);
    }

    @Override
    public String conclude(Result result) {
        return "they were there.";
    }
}
