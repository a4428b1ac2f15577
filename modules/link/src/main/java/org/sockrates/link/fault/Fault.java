package org.sockrates.link.fault;

import java.util.List;
import org.sockrates.link.rule.Part;
import org.sockrates.transport.SplitMix64;

/**
 * One fault of a stream, as values, by Toxiproxy's names: {@code slicer 100}. Each is one file that holds its word, its
 * grammar, and the function that decides.
 */
public sealed interface Fault extends Part
        permits Bandwidth, Latency, LimitData, ResetPeer, Slicer, SlowClose, Timeout {
    /**
     * The words, in the order in which a piece meets the faults. The place of a word is its part of the seed, so new words go
     * behind those that draw.
     */
    List<String> SEQUENCE =
            List.of("timeout", "reset_peer", "limit_data", "slicer", "latency", "bandwidth", "slow_close");

    /** The fault at work: a fresh state that draws from this generator alone. */
    StreamFault seeded(SplitMix64 random);

    /** The place among the {@link #SEQUENCE}. */
    @Override
    default int place() {
        return SEQUENCE.indexOf(word());
    }
}
