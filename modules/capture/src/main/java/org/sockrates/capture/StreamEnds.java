package org.sockrates.capture;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.LadderRow.Margin;
import org.sockrates.capture.LadderRow.Shape;
import org.sockrates.capture.Step.Arrival;
import org.sockrates.capture.Step.Departure;
import org.sockrates.capture.Step.Label;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;

/** How a stream begins and ends, as far as calls show it: connect and accept, the end of the stream, a reset. */
final class StreamEnds {
    private final Side side;
    private final Party from;
    private final Party to;
    private final Map<Noted, Step> steps;

    private StreamEnds(Side side, Conversation conversation, Map<Noted, Step> steps) {
        this.side = side;
        this.from = conversation.party(side);
        this.to = conversation.party(side.other());
        this.steps = steps;
    }

    /** Adds what goes from one side to the other. */
    static void add(Side side, Conversation conversation, Map<Noted, Step> steps) {
        StreamEnds ends = new StreamEnds(side, conversation, steps);
        ends.connects();
        ends.ends();
    }

    private void connects() {
        Noted accept = to.life() == null ? null : to.life().accept();
        Noted connected = null;
        for (Noted call : calls(from)) {
            if (call.event().call() == Call.CONNECT) {
                SocketEvent.Outcome outcome = call.event().outcome();
                Errno errno = outcome instanceof SocketEvent.Failed failed ? failed.errno() : null;
                if (errno == Errno.ECONNREFUSED) {
                    leave(call, "connect", Shape.ENDED, "refused");
                } else if (errno == null || errno == Errno.ETIMEDOUT || errno == Errno.EAGAIN) {
                    leave(call, "connect", Shape.UNTAKEN, "");
                }
                connected = errno == null ? call : connected;
            }
        }
        pair(connected, accept, "connect");
    }

    private void ends() {
        Noted end = first(from, StreamEnds::endsOutput);
        Noted close = first(from, call -> call.call() == Call.CLOSE);
        Noted lastRead = first(to, StreamEnds::readsEnd);
        Noted reset = firstReset(to);
        if (lastRead != null && first(to, StreamEnds::endsInput) != null) {
            lastRead = null;
        }
        if (reset != null && (lastRead == null || !Objects.equals(end, close))) {
            pair(close, reset, "reset");
        }
        if (end != null && !steps.containsKey(end)) {
            boolean thrown = end.event().outcome() instanceof SocketEvent.Returned kept
                    && kept.note().equals("reset");
            String label = thrown ? "reset" : "end of stream";
            if (lastRead == null && !to.closedBefore(end.begin())) {
                leave(end, label, Shape.UNTAKEN, "");
            } else if (lastRead != null) {
                pair(end, lastRead, label);
            }
        } else if (end == null) {
            pair(null, lastRead, "end of stream");
        }
    }

    /** An arrow from one call to another; from nowhere, where the one was not seen and could not be. */
    private void pair(@Nullable Noted leaves, @Nullable Noted lands, String label) {
        if (lands == null) {
            return;
        }
        if (leaves != null) {
            Departure departure = leave(leaves, label, Shape.LEAVING, "");
            Moment at = lands.returnable(leaves.begin());
            Margin margin = Margin.of(lands.event());
            steps.put(lands, new Arrival(at, side, Shape.ARRIVING, Label.same(label), margin, departure));
        } else if (from.life() == null) {
            Moment at = lands.begin();
            steps.put(lands, new Arrival(at, side, Shape.UNSENT, Label.same(label), Margin.of(lands.event()), null));
        }
    }

    private Departure leave(Noted call, String label, Shape shape, String mark) {
        Margin margin = Margin.of(call.event());
        Departure departure = new Departure(call.begin(), side, shape, Label.same(label), mark, margin);
        steps.put(call, departure);
        return departure;
    }

    private static @Nullable Noted first(Party party, Predicate<SocketEvent> wanted) {
        for (Noted call : calls(party)) {
            if (wanted.test(call.event())) {
                return call;
            }
        }
        return null;
    }

    private static List<Noted> calls(Party party) {
        return party.life() == null ? List.of() : party.life().calls();
    }

    private static boolean endsOutput(SocketEvent event) {
        boolean shut = event.call() == Call.SHUTDOWN && !event.arguments().contains("SHUT_RD");
        return !event.failed() && !event.pending() && (shut || event.call() == Call.CLOSE);
    }

    private static boolean endsInput(SocketEvent event) {
        return event.call() == Call.SHUTDOWN
                && !event.failed()
                && !event.arguments().contains("SHUT_WR");
    }

    private static boolean readsEnd(SocketEvent event) {
        return event.outcome() instanceof SocketEvent.Returned returned
                && returned.note().equals("end of stream");
    }

    /** The first call that met a reset. {@code EPIPE} alone tells of none: so fails a send that had nowhere to go. */
    private static @Nullable Noted firstReset(Party party) {
        boolean connected = startsConnected(party);
        for (Noted call : calls(party)) {
            SocketEvent event = call.event();
            boolean broken = connected && fails(event, Errno.EPIPE);
            if (broken || fails(event, Errno.ECONNRESET)) {
                return call;
            }
            boolean connects = event.call() == Call.CONNECT && !event.failed() && !event.pending();
            connected = (connected || connects) && !endsOutput(event);
        }
        return null;
    }

    /** Whoever was accepted; and whoever was made before anybody looked, since what came before is not known. */
    private static boolean startsConnected(Party party) {
        List<Noted> calls = calls(party);
        return calls.isEmpty() || calls.get(0).event().call() != Call.SOCKET;
    }

    private static boolean fails(SocketEvent event, Errno errno) {
        return event.outcome() instanceof SocketEvent.Failed failed && failed.errno() == errno;
    }
}
