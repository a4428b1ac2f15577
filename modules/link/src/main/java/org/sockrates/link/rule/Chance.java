package org.sockrates.link.rule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.PercentText;

/**
 * How likely something happens to a packet: {@code 5%}, {@code 5% 25%}, or {@code packets 3,7} or {@code data 3} for these and no
 * others.
 *
 * <p>With a correlation a packet shares the fate of the one before with that probability, and draws its own otherwise: the
 * rate stays what was typed. (netem blends numbers instead, which shifts the rate.)
 *
 * @param packets when not null, these decide and nothing is drawn
 */
public record Chance(
        double percent, double correlationPercent, @Nullable PacketNumbers packets) {
    static Chance parse(Words words, String of) {
        Optional<PacketNumbers> packets = PacketNumbers.parseIf(words, of);
        if (packets.isPresent()) {
            return new Chance(0, 0, packets.get());
        }
        double percent = words.percent(of);
        return new Chance(percent, words.percentOr(of, 0), null);
    }

    /** Whether a lot decides: none does where everything or nothing is hit. */
    boolean draws() {
        return packets == null && percent > 0 && percent < 100;
    }

    /** Whether a packet's fate depends on that of the one before. */
    public boolean remembers() {
        return draws() && correlationPercent > 0;
    }

    boolean picks() {
        return packets != null;
    }

    /** As it was typed. */
    String text() {
        if (packets != null) {
            return packets.textBehindWord();
        }
        return PercentText.print(percent) + (correlationPercent > 0 ? " " + PercentText.print(correlationPercent) : "");
    }

    /** A fresh state. A packet costs one draw; with a correlation a second where it has a fate of its own. */
    Dice dice(SplitMix64 random) {
        PacketNumbers numbers = packets;
        return numbers != null ? numbers::mean : new CorrelatedDice(percent, correlationPercent, random);
    }

    /** Answers for each packet in turn. */
    @FunctionalInterface
    interface Dice {
        boolean hits(Crossing crossing);
    }
}
