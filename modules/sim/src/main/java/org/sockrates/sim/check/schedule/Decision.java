package org.sockrates.sim.check.schedule;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.Ordinal;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.text.DurationText;

/**
 * What the line does to one packet: {@code upstream drop 3rd data}, in the words of {@link org.sockrates.link.rule.Order}.
 *
 * @param kind of the packet; data where the line cannot tell
 * @param nth which of this kind this way, from 1 on
 * @param detail nanoseconds for {@link Deed#DELAY} and {@link Deed#DUPLICATE}, a bit for {@link Deed#CORRUPT}, bytes for
 *     {@link Deed#CUT}; for {@link Deed#INJECT} how far away it is, or which of its kind
 * @param forgery what is injected, or null
 */
public record Decision(
        Way way,
        Deed deed,
        int nth,
        PacketKind kind,
        long detail,
        @Nullable Forgery forgery) {
    /** One that injects nothing. */
    public Decision(Way way, Deed deed, int nth, PacketKind kind, long detail) {
        this(way, deed, nth, kind, detail, null);
    }

    /** One that injects a packet. */
    public Decision(Way way, int nth, PacketKind kind, Forgery forgery, long detail) {
        this(way, Deed.INJECT, nth, kind, detail, forgery);
    }

    /** What may be done to a packet. */
    public enum Deed {
        /** It is lost. */
        DROP,
        /** It comes later by so much. */
        DELAY,
        /** A copy comes, later by so much. */
        DUPLICATE,
        /** One bit of it is flipped. */
        CORRUPT,
        /** Only its first bytes come. */
        CUT,
        /** Before it comes a copy that bears another connection's number, and where there are connections that one's reset. */
        FORGE,
        /** Before it would come comes another packet, that nobody sent. */
        INJECT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Decision nth(int other) {
        return new Decision(way, deed, other, kind, detail, forgery);
    }

    Decision detail(long other) {
        return new Decision(way, deed, nth, kind, other, forgery);
    }

    String text() {
        String what = way.word() + " " + deed.word() + " " + Ordinal.print(nth) + " " + kind.word();
        return switch (deed) {
            case DROP, FORGE -> what;
            case DELAY, DUPLICATE -> what + " " + DurationText.print(Duration.ofNanos(detail));
            case CORRUPT -> what + " bit " + detail;
            case CUT -> what + " bytes " + detail;
            case INJECT -> what + " " + Objects.requireNonNull(forgery).word() + " " + detail;
        };
    }
}
