package org.sockrates.link.rule;

import java.util.List;
import java.util.Optional;
import org.sockrates.transport.SplitMix64;

/**
 * One rule of a link, as values: {@code loss 5%}. Each is one file that holds its word, its grammar, and the function that
 * decides. It is not the deciding itself, which has a state: see {@link Impairment}.
 */
public sealed interface Rule extends Part
        permits BurstLoss, Corrupt, Delay, Drop, Duplicate, Limit, RandomLoss, Rate, Reorder {
    /**
     * The words, in the order in which a packet meets the rules, whatever the order they were typed in. The place of a
     * word here is also the part of the seed its rule draws from, so new words go to the end of what draws.
     */
    List<String> SEQUENCE = List.of("drop", "loss", "duplicate", "corrupt", "delay", "reorder", "limit", "rate");

    /** How many parts of a seed are kept for one way of a link. */
    int PARTS = 32;

    /** The rule at work: a fresh state that draws from this generator alone. */
    Impairment seeded(SplitMix64 random);

    /** What it would do to a stream, where a relay has bytes and no packets; empty when a stream can have it. */
    Optional<String> harmToStream();

    /** Whether it picks its packets by number, which netem has no words for. */
    default boolean picks() {
        return false;
    }

    /** The place among the {@link #SEQUENCE}. */
    @Override
    default int place() {
        return SEQUENCE.indexOf(word());
    }
}
