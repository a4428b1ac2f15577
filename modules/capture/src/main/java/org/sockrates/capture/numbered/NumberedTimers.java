package org.sockrates.capture.numbered;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sockrates.capture.ladder.TimerMark;
import org.sockrates.capture.ladder.TimerMark.Deed;
import org.sockrates.transport.PacketHead;

/**
 * The timers of one sender, worked out from its packets: one for each packet where acknowledgements are of one alone, else
 * one for all that is outstanding.
 */
final class NumberedTimers {
    /** When each was set that runs; the one for all has no number of its own. */
    private final Map<Integer, Long> setNanos = new HashMap<>();

    private static int key(PacketHead head) {
        return head.alone() ? head.number() : 0;
    }

    private static TimerMark mark(Deed deed, PacketHead head) {
        return head.alone() ? TimerMark.of(deed, head.number()) : TimerMark.of(deed);
    }

    /** A packet leaves for the first time. */
    Optional<TimerMark> leaves(PacketHead head, long nowNanos) {
        boolean runs = setNanos.putIfAbsent(key(head), nowNanos) != null;
        return runs ? Optional.empty() : Optional.of(mark(Deed.STARTS, head));
    }

    /** Its time was up, and it goes again. */
    TimerMark rings(PacketHead head, long nowNanos) {
        Long before = setNanos.put(key(head), nowNanos);
        return TimerMark.rings(before == null ? 0 : nowNanos - before);
    }

    /** It goes again before its time was up. */
    TimerMark startsAnew(PacketHead head, long nowNanos) {
        setNanos.put(key(head), nowNanos);
        return mark(Deed.STARTS_ANEW, head);
    }

    /**
     * Something is acknowledged that was outstanding.
     *
     * @param all whether nothing is outstanding now
     */
    TimerMark freed(PacketHead ack, boolean all, long nowNanos) {
        if (ack.alone() || all) {
            setNanos.remove(key(ack));
            return mark(Deed.STOPS, ack);
        }
        return startsAnew(ack, nowNanos);
    }
}
