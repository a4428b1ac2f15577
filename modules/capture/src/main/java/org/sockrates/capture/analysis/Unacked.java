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

    /** One segment; its begin moves when the first part of it is acknowledged. */
    private static final class Sent {
        private final long number;
        private final long timeNanos;
        private final long end;
        private long begin;

        Sent(long number, long timeNanos, long begin, long end) {
            this.number = number;
            this.timeNanos = timeNanos;
            this.begin = begin;
            this.end = end;
        }
    }

    /** What an acknowledgement answers: the first segment that ended exactly there. */
    record Answered(long number, long timeNanos) {}

    void add(long number, long timeNanos, long begin, long end) {
        if (sent.size() >= MOST) {
            return;
        }
        Sent last = sent.peekLast();
        rising &= last == null || (begin >= last.begin && end >= last.end);
        sent.addLast(new Sent(number, timeNanos, begin, end));
    }

    /** Forgets what is acknowledged. */
    Optional<Answered> acknowledge(long ack) {
        Optional<Answered> answered = Optional.empty();
        Iterator<Sent> each = sent.iterator();
        while (each.hasNext()) {
            Sent segment = each.next();
            if (segment.end <= ack) {
                each.remove();
                if (segment.end == ack && answered.isEmpty()) {
                    answered = Optional.of(new Answered(segment.number, segment.timeNanos));
                }
            } else if (segment.begin < ack) {
                segment.begin = ack;
            } else if (rising) {
                break;
            }
        }
        rising |= sent.isEmpty();
        return answered;
    }

    /** From the first number to the last; 0 where there is none. */
    long span() {
        if (sent.isEmpty()) {
            return 0;
        }
        long begin = sent.peekFirst().begin;
        long end = sent.peekLast().end;
        if (!rising) {
            for (Sent segment : sent) {
                begin = Math.min(begin, segment.begin);
                end = Math.max(end, segment.end);
            }
        }
        return end - begin;
    }
}
