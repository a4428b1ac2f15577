package org.sockrates.link.rule;

import java.util.Optional;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.text.RateText;

/**
 * {@code rate 1mbit}: packets are put on the wire one after the other, each for as long as its bits take; those behind it
 * wait. Bytes are counted as they are offered, without headers that are not there.
 */
public record Rate(long bitsPerSecond) implements Rule {
    private static final int PLACE = Rule.SEQUENCE.indexOf("rate");

    static Rate parse(Words words) {
        return new Rate(RateText.parse(words.where() + ": rate", words.take("rate", "a rate, such as 1mbit")));
    }

    @Override
    public String word() {
        return "rate";
    }

    /** Known once and for all: it is asked for every packet. */
    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public String text() {
        return "rate " + RateText.print(bitsPerSecond);
    }

    /** How long so many bytes are on the wire. */
    public long nanos(int bytes) {
        return bytes * 8_000_000_000L / bitsPerSecond;
    }

    @Override
    public Optional<String> harmToStream() {
        return Optional.empty();
    }

    @Override
    public Impairment seeded(SplitMix64 random) {
        return crossing -> crossing.transmit(this, nanos(crossing.bytes()));
    }
}
