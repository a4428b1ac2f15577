package org.sockrates.link.rule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.SplitMix64;

/**
 * {@code delay 20ms 5ms}: packets travel so long; with jitter they may overtake each other. {@code delay 50ms packets 2}
 * delays these and no others.
 *
 * @param packets which are delayed, or null for all
 */
public record Delay(Jitter time, @Nullable PacketNumbers packets) implements Rule {
    static final int PLACE = Rule.SEQUENCE.indexOf("delay");

    static Delay parse(Words words) {
        Jitter time = Jitter.parse(words, "delay");
        return new Delay(time, PacketNumbers.parseIf(words, "delay").orElse(null));
    }

    @Override
    public String word() {
        return "delay";
    }

    /** Known once and for all: it is asked for every packet. */
    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public String text() {
        return "delay " + time.text() + (packets == null ? "" : " " + packets.textBehindWord());
    }

    @Override
    public boolean draws() {
        return !time.jitter().isZero();
    }

    @Override
    public boolean picks() {
        return packets != null;
    }

    @Override
    public Optional<String> harmToStream() {
        return packets == null ? Optional.empty() : Optional.of("a stream has no packets to count");
    }

    @Override
    public Impairment seeded(SplitMix64 random) {
        Jitter.Nanos nanos = time.nanos(random);
        PacketNumbers only = packets;
        return crossing -> {
            if (only == null || only.mean(crossing)) {
                crossing.delay(this, nanos.next());
            }
        };
    }
}
