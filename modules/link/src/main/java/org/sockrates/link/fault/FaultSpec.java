package org.sockrates.link.fault;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.link.rule.Sections;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.text.PercentText;

/**
 * Faults of a stream as people write them, by Toxiproxy's names: {@code downstream slicer 100 20 5ms}. Values only.
 *
 * @param typed the faults
 * @param toxicityPercent how likely a connection is hit by them
 * @param seed what every random number of these faults comes from
 */
public record FaultSpec(Sections<Fault> typed, double toxicityPercent, long seed) {
    /** The seed when none is typed. */
    public static final long USUAL_SEED = 1;

    /** No fault. */
    public static final FaultSpec NONE = new FaultSpec(Sections.none(), 100, USUAL_SEED);

    /**
     * Reads a specification; the empty text has no fault.
     *
     * @param seedUnlessTyped for a text that names none
     * @throws org.sockrates.transport.UsageException that names the word that cannot be meant
     */
    public static FaultSpec parse(String text, long seedUnlessTyped) {
        return new FaultParser(text).parse(seedUnlessTyped);
    }

    public boolean isEmpty() {
        return typed.all().isEmpty();
    }

    /** The faults of one way, in the order a piece meets them. */
    List<Fault> faults(Way way) {
        return typed.of(way, List.of());
    }

    /** The specification as {@link #parse} reads it; empty for none. The seed is there when it matters. */
    public String text() {
        List<String> others = new ArrayList<>();
        if (toxicityPercent < 100) {
            others.add("toxicity " + PercentText.print(toxicityPercent));
        }
        if (seed != USUAL_SEED || toxicityPercent < 100 || typed.draw()) {
            others.add("seed " + seed);
        }
        return typed.text(others);
    }

    @Override
    public String toString() {
        return text();
    }
}
