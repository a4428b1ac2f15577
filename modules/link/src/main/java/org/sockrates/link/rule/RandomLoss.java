package org.sockrates.link.rule;

import java.util.Optional;
import org.sockrates.transport.SplitMix64;

/** {@code loss 5%}: each packet is lost with this probability. */
public record RandomLoss(Chance chance) implements Rule {
    private static final int PLACE = Rule.SEQUENCE.indexOf("loss");

    static RandomLoss parse(Words words) {
        return new RandomLoss(Chance.parse(words, "loss"));
    }

    @Override
    public String word() {
        return "loss";
    }

    /** Known once and for all: it is asked for every packet. */
    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public String text() {
        return "loss " + chance.text();
    }

    @Override
    public boolean draws() {
        return chance.draws();
    }

    @Override
    public boolean picks() {
        return chance.picks();
    }

    @Override
    public Optional<String> harmToStream() {
        return Optional.of("a dropped chunk is corruption");
    }

    /**
     * The same law as a chain of two states: one that repeats the fate before it with some probability changes it with the
     * rest. Empty without a correlation, and where nothing ever changes.
     */
    public Optional<BurstLoss> asBursts() {
        double changes = 1 - chance.correlationPercent() / 100;
        return chance.remembers() && changes > 0
                ? Optional.of(new BurstLoss(
                        rounded(changes * chance.percent()), rounded(changes * (100 - chance.percent())), 100, 0))
                : Optional.empty();
    }

    private static double rounded(double percent) {
        return Math.round(percent * 1e6) / 1e6;
    }

    @Override
    public Impairment seeded(SplitMix64 random) {
        Chance.Dice dice = chance.dice(random);
        return crossing -> {
            if (dice.hits(crossing)) {
                crossing.drop(this);
            }
        };
    }
}
