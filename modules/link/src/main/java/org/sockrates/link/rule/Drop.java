package org.sockrates.link.rule;

import java.util.Optional;
import org.sockrates.transport.SplitMix64;

/** {@code drop 3,7-9}, {@code drop data 3}: these packets are lost, whatever the seed. Our own word; draws nothing. */
public record Drop(PacketNumbers packets) implements Rule {
    static Drop parse(Words words) {
        return new Drop(PacketNumbers.parse(words, "drop"));
    }

    @Override
    public String word() {
        return "drop";
    }

    @Override
    public String text() {
        return "drop " + packets.text();
    }

    @Override
    public boolean picks() {
        return true;
    }

    @Override
    public Optional<String> harmToStream() {
        return Optional.of("a dropped chunk is corruption");
    }

    @Override
    public Impairment seeded(SplitMix64 random) {
        return crossing -> {
            if (packets.mean(crossing)) {
                crossing.drop(this);
            }
        };
    }
}
