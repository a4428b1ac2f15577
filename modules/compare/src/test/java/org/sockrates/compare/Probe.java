package org.sockrates.compare;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.Passage;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Traits;

/** An experiment whose observing is given to it. */
final class Probe implements Experiment {
    static final Measure VALUE = new Measure("value", Unit.COUNT, "what the probe says");

    private final Asking asking;

    interface Asking {
        Observations ask(SocketKind transport, Passage passage, Settings settings) throws IOException;
    }

    Probe(Asking asking) {
        this.asking = asking;
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public String question() {
        return "what is it?";
    }

    @Override
    public String method(Settings settings) {
        return "as told";
    }

    @Override
    public List<Measure> measures() {
        return List.of(VALUE);
    }

    @Override
    public Optional<String> notApplicable(Traits traits) {
        return traits.largestMessageBytes() == 1 ? Optional.of("too small to ask") : Optional.empty();
    }

    @Override
    public Observations observe(SocketKind transport, Passage passage, Settings settings) throws IOException {
        return asking.ask(transport, passage, settings);
    }

    @Override
    public String conclude(Result result) {
        StringBuilder sentence = new StringBuilder();
        result.transports()
                .forEach(transport -> sentence.append(transport)
                        .append(' ')
                        .append(result.value(VALUE, transport).orElse(-1))
                        .append(' '));
        return sentence.toString().strip();
    }
}
