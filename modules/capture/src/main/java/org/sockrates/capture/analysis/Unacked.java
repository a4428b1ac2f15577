package org.sockrates.capture.analysis;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;

/** What one end sent and the other has not acknowledged, oldest first, as far as a bound allows to remember it. */
final class Unacked {
    private static final int MOST = 10_000;

    private final ArrayDeque<Sent> sent = new ArrayDeque<>();
    /** Whether no segment reaches back behind one that was sent before it. */
    private boolean rising = true;
    /** The first number behind everything that was sent. */
    private long next = Long.MIN_VALUE;

    /** One segment; its begin moves when the first part of it is acknowledged. */
    private static final class Sent {
        private final long number;
        private final long timeNanos;
        private final long end;
        private long begin;
        private boolean once;

        Sent(long number, long timeNanos, long begin, long end, boolean once) {
            this.number = number;
            this.timeNanos = timeNanos;
            this.begin = begin;
            this.end = end;
            this.once = once;
        }
    }

    /**
     * What an acknowledgement answers: the first segment that ended exactly there.
     *
     * @param once whether nothing that it acknowledges was sent more than once
     */
    record Answered(long number, long timeNanos, boolean once) {}

    void add(long number, long timeNanos, long begin, long end) {
        boolean once = begin >= next;
        if (!once) {
            sent.stream().filter(each -> each.begin < end && begin < each.end).forEach(each -> each.once = false);
        }
        next = Math.max(next, end);
        if (sent.size() >= MOST) {
            return;
        }
        Sent last = sent.peekLast();
        rising &= last == null || (begin >= last.begin && end >= last.end);
        sent.addLast(new Sent(number, timeNanos, begin, end, once));
    }

    /** Forgets what is acknowledged. */
    Optional<Answered> acknowledge(long ack) {
        Sent answered = null;
        boolean once = true;
        Iterator<Sent> each = sent.iterator();
        while (each.hasNext()) {
            Sent segment = each.next();
            if (segment.end <= ack) {
                each.remove();
                once &= segment.once;
                if (segment.end == ack && answered == null) {
                    answered = segment;
                }
            } else if (segment.begin < ack) {
                segment.begin = ack;
            } else if (rising) {
                break;
            }
        }
        rising |= sent.isEmpty();
        return answered == null
                ? Optional.empty()
                : Optional.of(new Answered(answered.number, answered.timeNanos, once));
    }
}
