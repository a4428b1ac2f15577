package org.sockrates.link.rule;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.text.DurationText;

/**
 * What a person orders about one packet to come, by hand: {@code drop next data}, {@code upstream delay 3rd data 200ms}. It
 * is carried out once and is then forgotten; a {@link Rule} stays. Values only: {@link Orders} counts and carries out.
 *
 * @param kind which kind of packet is meant, or null for any
 * @param nth which of them, counted from 1 from the moment it is ordered, both ways together unless there is a way
 * @param way the way it is for, or null for whichever comes first
 * @param delay how long, for {@link Deed#DELAY}; zero otherwise
 */
public record Order(
        Deed deed,
        @Nullable PacketKind kind,
        long nth,
        @Nullable Way way,
        Duration delay) {
    /** What is done to the packet. */
    public enum Deed {
        DROP,
        DELAY,
        DUPLICATE,
        /** The lowest bit of its last byte is flipped: no checksum misses that. */
        CORRUPT;

        /** The word people type for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads an order.
     *
     * @throws org.sockrates.transport.UsageException that names the word that cannot be meant
     */
    public static Order parse(String text) {
        return new OrderParser(text).parse();
    }

    /** As {@link #parse} reads it; also what a report calls it that carries it out. */
    public String text() {
        return (way == null ? "" : way.word() + " ")
                + deed.word()
                + " "
                + (nth == 1 ? "next" : Ordinal.print(nth))
                + (kind == null ? "" : " " + kind.word())
                + (deed == Deed.DELAY ? " " + DurationText.print(delay) : "");
    }

    /** Whether a packet of this kind that goes this way is one of those it counts. */
    boolean counts(PacketKind packetKind, Way packetWay) {
        return (kind == null || kind == packetKind) && (way == null || way == packetWay);
    }

    /** Whether it would change the packet, after those that were carried out on it. */
    boolean isStillToDo(Crossing crossing) {
        return !crossing.dropped()
                && switch (deed) {
                    case DROP -> !crossing.ordered();
                    case DELAY -> true;
                    case DUPLICATE -> !crossing.duplicating();
                    case CORRUPT -> !crossing.corrupted();
                };
    }

    /** Does it. */
    void carryOut(Crossing crossing) {
        switch (deed) {
            case DROP -> crossing.drop(this);
            case DELAY -> crossing.delay(this);
            case DUPLICATE -> crossing.duplicate(this);
            case CORRUPT -> crossing.flip(this);
        }
    }
}
