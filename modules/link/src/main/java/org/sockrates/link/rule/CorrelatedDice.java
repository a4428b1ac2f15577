package org.sockrates.link.rule;

import org.sockrates.transport.SplitMix64;

/** Hits at random; may repeat its last answer. */
final class CorrelatedDice implements Chance.Dice {
    private final double probability;
    private final double repetition;
    private final SplitMix64 random;
    private boolean last;
    private boolean thrown;

    CorrelatedDice(double percent, double correlationPercent, SplitMix64 random) {
        probability = percent / 100;
        repetition = correlationPercent / 100;
        this.random = random;
    }

    @Override
    public boolean hits(Crossing crossing) {
        boolean repeat = repetition > 0 && random.nextDouble() < repetition;
        if (!repeat || !thrown) {
            last = random.nextDouble() < probability;
            thrown = true;
        }
        return last;
    }
}
