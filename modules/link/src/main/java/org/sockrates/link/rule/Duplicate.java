package org.sockrates.link.rule;

import java.util.Optional;
import org.sockrates.transport.SplitMix64;

/** {@code duplicate 1%}: an extra copy of the packet is made, which meets the later rules by itself. */
public record Duplicate(Chance chance) implements Rule {
    /** The last place whose rules a packet meets but once: its copy meets those behind. */
    public static final int PLACE = Rule.SEQUENCE.indexOf("duplicate");

    static Duplicate parse(Words words) {
        return new Duplicate(Chance.parse(words, "duplicate"));
    }

    @Override
    public String word() {
        return "duplicate";
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public String text() {
        return "duplicate " + chance.text();
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
        return Optional.of("a chunk that comes twice is corruption");
    }

    @Override
    public Impairment seeded(SplitMix64 random) {
        Chance.Dice dice = chance.dice(random);
        return crossing -> {
            if (dice.hits(crossing)) {
                crossing.duplicate();
            }
        };
    }
}
