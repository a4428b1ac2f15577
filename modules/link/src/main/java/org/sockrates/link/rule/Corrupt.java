package org.sockrates.link.rule;

import java.util.Optional;
import org.sockrates.transport.SplitMix64;

/**
 * {@code corrupt 0.1%}: one bit of the packet is flipped. An empty packet has none and passes. A hit costs one draw more,
 * for the bit. The IP header is spared where there is one.
 */
public record Corrupt(Chance chance) implements Rule {
    static Corrupt parse(Words words) {
        return new Corrupt(Chance.parse(words, "corrupt"));
    }

    @Override
    public String word() {
        return "corrupt";
    }

    @Override
    public String text() {
        return "corrupt " + chance.text();
    }

    @Override
    public boolean draws() {
        return picks() || chance.percent() > 0; // the bit, if nothing else
    }

    @Override
    public boolean picks() {
        return chance.picks();
    }

    @Override
    public Optional<String> harmToStream() {
        return Optional.of("a flipped bit is sent on with a checksum that fits");
    }

    @Override
    public Impairment seeded(SplitMix64 random) {
        Chance.Dice dice = chance.dice(random);
        return crossing -> {
            if (dice.hits(crossing) && crossing.fragileBytes() > 0) {
                crossing.flip(this, random.nextInt(crossing.fragileBytes() * 8));
            }
        };
    }
}
