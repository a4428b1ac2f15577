package org.sockrates.capture;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.SocketEvent;

/**
 * Which urgent bytes of one direction no receive hands out with the others. Each receive decides for those it comes by: the
 * last that was sent by then Linux leaves out, unless SO_OOBINLINE is on; an older one is like any other byte.
 */
final class UrgentBytes {
    private static final String IN_LINE = "SO_OOBINLINE";
    private static final List<String> OFF = List.of("off", "0", "false");

    private final List<Noted> sent;
    private final Set<Noted> apart = Collections.newSetFromMap(new IdentityHashMap<>());
    private int at;
    private long taken;

    private UrgentBytes(List<Noted> sent) {
        this.sent = sent;
    }

    /** The calls that sent one which is left out; of those nobody came by yet, what the receiver has set last decides. */
    static Set<Noted> apart(List<Noted> sends, @Nullable Life receiver) {
        if (sends.stream().noneMatch(UrgentBytes::isUrgent)) {
            return Set.of();
        }
        UrgentBytes bytes = new UrgentBytes(sends);
        boolean inLine = false;
        for (Noted call : receiver == null ? List.<Noted>of() : receiver.calls()) {
            inLine = isInLine(call.event(), inLine);
            if (call.event().call().receives()) {
                bytes.receive(call, inLine);
            }
        }
        Noted last = inLine ? null : bytes.lastBefore(Long.MAX_VALUE);
        if (last != null && sends.indexOf(last) >= bytes.at) {
            bytes.apart.add(last);
        }
        return bytes.apart;
    }

    private void receive(Noted call, boolean inLine) {
        Noted last = inLine ? null : lastBefore(call.event().endNanos());
        long left = call.event().value();
        while (left > 0 && at < sent.size()) {
            Noted next = sent.get(at);
            if (next.equals(last)) {
                apart.add(next);
                at++;
                continue;
            }
            long some = Math.min(left, next.event().value() - taken);
            left -= some;
            taken += some;
            if (taken == next.event().value()) {
                at++;
                taken = 0;
            }
        }
    }

    private @Nullable Noted lastBefore(long nanos) {
        Noted last = null;
        for (Noted call : sent) {
            last = isUrgent(call) && call.event().startNanos() < nanos ? call : last;
        }
        return last;
    }

    /** As whoever sets an option may, in any letters. */
    private static boolean isInLine(SocketEvent event, boolean before) {
        if (event.arguments() instanceof Option set && set.name().equalsIgnoreCase(IN_LINE) && !event.failed()) {
            return !OFF.contains(set.value().toLowerCase(Locale.ROOT));
        }
        return before;
    }

    private static boolean isUrgent(Noted call) {
        return Payload.isUrgent(call.event());
    }
}
