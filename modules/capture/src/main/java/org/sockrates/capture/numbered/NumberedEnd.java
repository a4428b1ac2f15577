package org.sockrates.capture.numbered;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.TimerMark;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.PacketHead.Kind;

/**
 * How one end stands, as far as the packets tell that left it and reached it: what it waits for, what it keeps. Not the
 * state of its protocol, which nobody asks.
 */
public final class NumberedEnd {
    private final NumberedPackets circle;
    private final List<Integer> outstanding = new ArrayList<>();
    private final Set<Integer> round = new HashSet<>();
    private final List<Integer> kept = new ArrayList<>();
    private final NumberedTimers timers = new NumberedTimers();
    private int next;
    private boolean shut;
    /** The other end has room again, and what is outstanding goes again for that reason. */
    private boolean reopened;
    /** Where packets are close together the next arrives before the answer to the last is seen: until then, a guess. */
    private int unanswered;

    public NumberedEnd(NumberedPackets circle) {
        this.circle = circle;
    }

    /** Whether a packet that leaves now has left before. */
    public boolean again(PacketHead head) {
        return head.numbered() && outstanding.contains(head.number());
    }

    /** A packet leaves; answers what to say of it. */
    public Margin leaves(PacketHead head, long nowNanos) {
        if (head.kind() == Kind.ACK) {
            return Margin.of(said(head));
        }
        return head.numbered() ? numbered(head, nowNanos) : Margin.NONE;
    }

    private Margin numbered(PacketHead head, long nowNanos) {
        boolean first = !again(head);
        // What goes again goes once a round: where packets have one timer together, it rang where a round begins.
        boolean begins = round.isEmpty() || round.contains(head.number());
        if (first || begins) {
            reopened &= !first && round.isEmpty();
            round.clear();
        }
        if (first) {
            outstanding.add(head.number());
            return Margin.of(window(), timers.leaves(head, nowNanos));
        }
        round.add(head.number());
        if (!begins && !head.alone()) {
            return Margin.of(window());
        }
        TimerMark mark = reopened ? timers.startsAnew(head, nowNanos) : timers.rings(head, nowNanos);
        return Margin.of(window(), Optional.of(mark));
    }

    private String said(PacketHead ack) {
        unanswered = Math.max(0, unanswered - 1);
        next = unanswered == 0 ? ack.next() : next;
        int said = ack.next();
        List<Integer> early =
                kept.stream().filter(number -> isEarly(said, number)).toList();
        String keeps = early.isEmpty() ? "" : ", keeps " + RangesText.of(early);
        return "next " + Integer.toUnsignedString(said) + keeps;
    }

    private boolean isEarly(int due, int number) {
        long ahead = circle.steps(due, number);
        return ahead > 0 && ahead < circle.window();
    }

    /** A packet arrives; answers what to say of it. */
    public Margin arrives(PacketHead head, long nowNanos) {
        if (head.kind() == Kind.ACK) {
            return acknowledged(head, nowNanos);
        }
        return head.numbered() ? Margin.of(taken(head)) : Margin.NONE;
    }

    private Margin acknowledged(PacketHead ack, long nowNanos) {
        boolean frees = ack.alone() ? outstanding.remove((Object) ack.number()) : freeUpTo(ack.number());
        if (shut && ack.window() > 0 && !outstanding.isEmpty()) {
            reopened = true;
            round.clear();
        }
        shut = ack.window() == 0;
        return frees
                ? Margin.of(window(), Optional.of(timers.freed(ack, outstanding.isEmpty(), nowNanos)))
                : Margin.of("old: " + window());
    }

    private String taken(PacketHead head) {
        unanswered++;
        if (head.number() == next) {
            next = circle.behind(next);
            while (kept.remove((Object) next)) {
                next = circle.behind(next);
            }
            return "";
        }
        if (!head.alone()) {
            return "not " + Integer.toUnsignedString(next);
        }
        return isEarly(next, head.number()) && keep(head.number()) ? "" : "has it";
    }

    private boolean keep(int number) {
        if (kept.contains(number)) {
            return false;
        }
        kept.add(number);
        kept.sort(Comparator.comparingLong(one -> circle.steps(next, one)));
        return true;
    }

    private boolean freeUpTo(int number) {
        if (!outstanding.contains(number)) {
            return false;
        }
        Iterator<Integer> oldest = outstanding.iterator();
        boolean reached = false;
        while (!reached) {
            reached = oldest.next() == number;
            oldest.remove();
        }
        return true;
    }

    private String window() {
        return "[" + RangesText.of(outstanding) + "]";
    }
}
