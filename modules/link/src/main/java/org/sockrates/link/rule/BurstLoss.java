package org.sockrates.link.rule;

import java.util.Optional;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.PercentText;

/**
 * {@code loss gemodel 2% 30% [1-h [1-k]]}: losses in bursts, after Gilbert (1960) and Elliott (1963). The link is good or
 * bad, and is good at first; each packet may be lost, as its state says, and then the state may change. Over a long time
 * p/(p+r) of the packets meet a bad link.
 *
 * @param pPercent from good to bad
 * @param rPercent from bad to good; 100% - p when not typed
 * @param badLossPercent lost while bad, netem's 1-h; 100% when not typed
 * @param goodLossPercent lost while good, netem's 1-k; 0% when not typed
 */
public record BurstLoss(double pPercent, double rPercent, double badLossPercent, double goodLossPercent)
        implements Rule {
    /** Reads what follows {@code loss gemodel}. */
    static BurstLoss parse(Words words) {
        double p = words.percent("loss gemodel");
        double r = words.percentOr("loss gemodel", 100 - p);
        double badLoss = words.percentOr("loss gemodel", 100);
        double goodLoss = words.percentOr("loss gemodel", 0);
        return new BurstLoss(p, r, badLoss, goodLoss);
    }

    @Override
    public String word() {
        return "loss";
    }

    @Override
    public String text() {
        String text = "loss gemodel " + PercentText.print(pPercent) + " " + PercentText.print(rPercent);
        if (goodLossPercent > 0) {
            return text + " " + PercentText.print(badLossPercent) + " " + PercentText.print(goodLossPercent);
        }
        return badLossPercent < 100 ? text + " " + PercentText.print(badLossPercent) : text;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Optional<String> harmToStream() {
        return Optional.of("a dropped chunk is corruption");
    }

    @Override
    public Impairment seeded(SplitMix64 random) {
        return new Chain(random);
    }

    /** Two draws a packet: first whether the state changes behind it, then whether it is lost. */
    private final class Chain implements Impairment {
        private final SplitMix64 random;
        private boolean bad;

        Chain(SplitMix64 random) {
            this.random = random;
        }

        @Override
        public void meet(Crossing crossing) {
            boolean changes = random.nextDouble() < (bad ? rPercent : pPercent) / 100;
            if (random.nextDouble() < (bad ? badLossPercent : goodLossPercent) / 100) {
                crossing.drop(BurstLoss.this);
            }
            bad ^= changes;
        }
    }
}
