package org.sockrates.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.PacketHead.Kind;

/** How one end stands, as far as the packets tell that left it and reached it: what it waits for, what it keeps. */
final class NumberedEnd {
    private final NumberedPackets circle;
    private final List<Integer> outstanding = new ArrayList<>();
    private final Set<Integer> round = new HashSet<>();
    private final List<Integer> kept = new ArrayList<>();
    private int next;
    /** Where packets are close together the next arrives before the answer to the last is seen: until then, a guess. */
    private int unanswered;

    NumberedEnd(NumberedPackets circle) {
        this.circle = circle;
    }

    /** Whether a packet that leaves now has left before. */
    boolean again(PacketHead head) {
        return head.numbered() && outstanding.contains(head.number());
    }

    /** A packet leaves; answers what to say of it. */
    String leaves(PacketHead head) {
        if (head.kind() == Kind.ACK) {
            return said(head);
        }
        if (!head.numbered()) {
            return "";
        }
        boolean first = !again(head);
        // What goes again goes once a round: a timer rang where a round begins.
        boolean rang = !first && (round.isEmpty() || round.contains(head.number()));
        if (first || rang) {
            round.clear();
        }
        if (first) {
            outstanding.add(head.number());
        } else {
            round.add(head.number());
        }
        return (rang ? "timeout " : "") + window();
    }

    private String said(PacketHead ack) {
        unanswered = Math.max(0, unanswered - 1);
        next = unanswered == 0 ? ack.next() : next;
        int said = ack.next();
        List<Integer> early =
                kept.stream().filter(number -> isEarly(said, number)).toList();
        String keeps = early.isEmpty() ? "" : ", keeps " + Ranges.text(early);
        return "next " + Integer.toUnsignedString(said) + keeps;
    }

    private boolean isEarly(int due, int number) {
        long ahead = circle.steps(due, number);
        return ahead > 0 && ahead < circle.window();
    }

    /** A packet arrives; answers what to say of it. */
    String arrives(PacketHead head) {
        if (head.kind() == Kind.ACK) {
            boolean frees = head.alone() ? outstanding.remove((Object) head.number()) : freeUpTo(head.number());
            return frees ? window() : "old: " + window();
        }
        if (!head.numbered()) {
            return "";
        }
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
        return "[" + Ranges.text(outstanding) + "]";
    }
}
