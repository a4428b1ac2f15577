package org.sockrates.link;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.sockrates.transport.text.PercentText;

/**
 * Faults of a stream as people write them, by Toxiproxy's names: {@code downstream slicer 100 20 5ms}. Values only.
 *
 * <p>Words before {@code upstream} or {@code downstream} hold for both ways, words behind for that way only.
 *
 * @param toxicityPercent how likely a connection is hit by them
 * @param seed what every random number of these faults comes from
 */
public record FaultSpec(
        List<Fault> both, List<Fault> upstream, List<Fault> downstream, double toxicityPercent, long seed) {
    /** The seed when none is typed. */
    public static final long USUAL_SEED = 1;

    /** No fault. */
    public static final FaultSpec NONE = new FaultSpec(List.of(), List.of(), List.of(), 100, USUAL_SEED);

    public FaultSpec {
        both = List.copyOf(both);
        upstream = List.copyOf(upstream);
        downstream = List.copyOf(downstream);
    }

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
        return both.isEmpty() && upstream.isEmpty() && downstream.isEmpty();
    }

    /** The faults of one way, in the order a piece meets them. */
    public List<Fault> faults(Way way) {
        return Sections.merged(List.of(), both, way == Way.UPSTREAM ? upstream : downstream, Fault::place);
    }

    /** The specification as {@link #parse} reads it; empty for none. The seed is there when it matters. */
    public String text() {
        StringJoiner text = new StringJoiner(" ");
        both.forEach(fault -> text.add(fault.text()));
        if (toxicityPercent < 100) {
            text.add("toxicity " + PercentText.print(toxicityPercent));
        }
        List<Fault> all = new ArrayList<>(both);
        all.addAll(upstream);
        all.addAll(downstream);
        if (seed != USUAL_SEED || toxicityPercent < 100 || all.stream().anyMatch(Fault::draws)) {
            text.add("seed " + seed);
        }
        if (!upstream.isEmpty()) {
            text.add("upstream");
            upstream.forEach(fault -> text.add(fault.text()));
        }
        if (!downstream.isEmpty()) {
            text.add("downstream");
            downstream.forEach(fault -> text.add(fault.text()));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
