package org.sockrates.compare;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.Passage;
import org.sockrates.transport.Traits;

/** An experiment whose observing is given to it. */
final class Probe implements Experiment {
    static final Measure VALUE = new Measure("value", Unit.COUNT, "what the probe says");

    private final Asking asking;
    private final Optional<String> impossible;

    interface Asking {
        Observations ask(Run run) throws IOException;
    }

    Probe(Asking asking) {
        this(asking, Optional.empty());
    }

    /** @param impossible why it cannot be asked anywhere, if it cannot */
    Probe(Asking asking, Optional<String> impossible) {
        this.asking = asking;
        this.impossible = impossible;
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
    public Optional<String> impossible(Traits traits, Passage passage) {
        return impossible;
    }

    @Override
    public Observations observe(Run run) throws IOException {
        return asking.ask(run);
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
