package org.sockrates.capture.step;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.conversation.Life;
import org.sockrates.capture.conversation.Noted;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

/**
 * Which urgent bytes of one direction no receive hands out with the others: Linux's {@code tcp_check_urg} and
 * {@code tcp_recvmsg}, played again over the calls. There is one mark, the urgent byte that came last. A receive stops in
 * front of it, and the next leaves it out, unless SO_OOBINLINE is on. Where a newer one comes while the reader stands at the
 * mark, the old one is left out, too; where he stands before it, that is a byte like any other from then on.
 */
final class UrgentBytes {
    private static final String IN_LINE = "SO_OOBINLINE";
    private static final List<String> OFF = List.of("off", "0", "false");

    private final List<Noted> sent;
    private final Set<Noted> passed = Collections.newSetFromMap(new IdentityHashMap<>());
    private int arrived;
    private long arrivedBytes;
    private long readBytes;
    private @Nullable Noted mark;
    private long markAt;
    private boolean inLine;

    private UrgentBytes(List<Noted> sent) {
        this.sent = sent;
    }

    /**
     * Plays what was sent to a receiver and what that one did.
     *
     * @param sends the calls that sent at least one byte
     */
    static UrgentBytes of(List<Noted> sends, @Nullable Life receiver) {
        UrgentBytes bytes = new UrgentBytes(sends);
        if (sends.stream().noneMatch(UrgentBytes::isUrgent)) {
            return bytes;
        }
        boolean open = true;
        for (Noted call : receiver == null ? List.<Noted>of() : receiver.calls()) {
            SocketEvent event = call.event();
            open &= event.call() != Call.CLOSE;
            if (event.call().receives()) {
                bytes.receive(event);
            } else if (event.arguments() instanceof Option set && !event.failed()) {
                bytes.set(event, set);
            }
        }
        if (open) {
            bytes.arrive(Long.MAX_VALUE);
        }
        return bytes;
    }

    /** Whether a call sent a byte that is not among the others; where nobody came by yet, as the receiver has it now. */
    boolean isApart(Noted call) {
        return isPassed(call) || (call.equals(mark) && !inLine);
    }

    /** Whether a call sent a byte that was left out, and is gone. */
    boolean isPassed(Noted call) {
        return passed.contains(call);
    }

    /** The places in the stream, from 1 on, of all that are not among the others, in their order. */
    Deque<Long> leftOut() {
        Deque<Long> places = new ArrayDeque<>();
        long bytes = 0;
        for (Noted call : sent) {
            bytes += call.event().value();
            if (isApart(call)) {
                places.add(bytes);
            }
        }
        return places;
    }

    private void receive(SocketEvent event) {
        boolean took = event.value() >= 0;
        arrive(took ? event.endNanos() : event.startNanos()); // who waits in vain has looked once, at the start
        passMark();
        readBytes += took ? event.value() : 0;
        mark = readBytes > markAt ? null : mark;
    }

    /** As whoever sets an option may, in any letters. */
    private void set(SocketEvent event, Option set) {
        if (set.name().equalsIgnoreCase(IN_LINE)) {
            arrive(event.startNanos());
            inLine = !OFF.contains(set.value().toLowerCase(Locale.ROOT));
        }
    }

    private void arrive(long untilNanos) {
        while (arrived < sent.size() && sent.get(arrived).event().startNanos() < untilNanos) {
            Noted next = sent.get(arrived++);
            if (isUrgent(next)) {
                passMark();
                mark = next;
                markAt = arrivedBytes;
            }
            arrivedBytes += next.event().value();
        }
    }

    /** Where the reader stands at the mark, it is left out. */
    private void passMark() {
        if (mark != null && readBytes == markAt && !inLine) {
            passed.add(mark);
            readBytes++;
            mark = null;
        }
    }

    private static boolean isUrgent(Noted call) {
        return call.event().isUrgent();
    }
}
