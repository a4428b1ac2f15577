package org.sockrates.link.rule;

import java.util.Optional;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.WholeText;

/**
 * {@code reorder 25% gap 5}: the packet travels in no time and so overtakes those that are delayed. With a gap at least
 * {@code gap - 1} packets are delayed before one may overtake; without one each packet may.
 *
 * @param gap 1 when not typed
 */
public record Reorder(Chance chance, int gap) implements Rule {
    static Reorder parse(Words words) {
        Chance chance = Chance.parse(words, "reorder");
        if (!words.takeIf("gap")) {
            return new Reorder(chance, 1);
        }
        String text = words.take("gap", "a whole number");
        return new Reorder(chance, WholeText.parse(words.where() + ": gap", text, 1, 1_000_000));
    }

    @Override
    public String word() {
        return "reorder";
    }

    @Override
    public String text() {
        return "reorder " + chance.text() + (gap == 1 ? "" : " gap " + gap);
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
        return Optional.of("a chunk that overtakes is corruption");
    }

    @Override
    public Impairment seeded(SplitMix64 random) {
        Chance.Dice dice = chance.dice(random);
        return new Impairment() {
            private int delayedInARow;

            @Override
            public void meet(Crossing crossing) {
                if (delayedInARow >= gap - 1 && dice.hits(crossing)) {
                    delayedInARow = 0;
                    crossing.overtake(Reorder.this);
                } else {
                    delayedInARow++;
                }
            }
        };
    }
}
