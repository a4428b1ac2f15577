package org.sockrates.capture.step;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.conversation.Conversation;
import org.sockrates.capture.conversation.Life;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.conversation.Noted;
import org.sockrates.capture.conversation.Party;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.step.Step.Arrival;
import org.sockrates.capture.step.Step.Departure;
import org.sockrates.capture.step.Step.Label;
import org.sockrates.transport.Arguments.Half;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;

/** How a stream begins and ends, as far as calls show it: connect and accept, the end of the stream, a reset. */
final class StreamEnds {
    private final Side side;
    private final Party from;
    private final Party to;
    private final StreamSteps incoming;
    private final Map<Noted, Step> steps;
    private final List<Step> answers;

    private final @Nullable Noted end;
    private final @Nullable Noted reset;
    private final @Nullable Noted close;
    private final @Nullable Noted lastRead;
    private final @Nullable Noted told;

    /**
     * What goes from one side to the other.
     *
     * @param incoming the bytes that come to that side
     * @param answers what leaves without a call
     */
    StreamEnds(Side side, Conversation conversation, StreamSteps incoming, Map<Noted, Step> steps, List<Step> answers) {
        this.side = side;
        this.from = conversation.party(side);
        this.to = conversation.party(side.other());
        this.incoming = incoming;
        this.steps = steps;
        this.answers = answers;
        end = first(from, Losses::endsOutput);
        reset = firstReset(to);
        close = close(from, reset);
        lastRead = lastRead(to, reset);
        told = firstLoss(from);
    }

    /** Adds it to the steps and the answers. */
    void add() {
        connects();
        resets();
        ends();
    }

    private void connects() {
        Noted accept = to.life() == null ? null : to.life().accept();
        Noted connected = null;
        for (Noted call : from.calls()) {
            if (call.event().call() == Call.CONNECT) {
                SocketEvent.Outcome outcome = call.event().outcome();
                Errno errno = outcome instanceof SocketEvent.Failed failed ? failed.errno() : null;
                if (errno == Errno.ECONNREFUSED) {
                    leave(call, "connect", Shape.ENDED, "refused");
                } else if (errno == null || errno == Errno.EAGAIN || leftAndFailed(errno)) {
                    leave(call, "connect", Shape.UNTAKEN, "");
                }
                connected = errno == null ? call : connected;
            }
        }
        pair(connected, accept, "connect");
    }

    /** Whether only what left can have failed so; of the others this machine may have known by itself that it leads nowhere. */
    private static boolean leftAndFailed(Errno errno) {
        return switch (errno) {
            case ETIMEDOUT, EHOSTDOWN, ENONET, ENOPROTOOPT, EPROTO -> true;
            default -> false;
        };
    }

    /** The call that closes; where nobody accepted this end, that of the listening socket: whoever waits there is reset. */
    private static @Nullable Noted close(Party from, @Nullable Noted reset) {
        return from.life() == null && from.door() != null && reset != null
                ? lastBefore(reset, from.door())
                : first(from, StreamEnds::closes);
    }

    /** The call that read the end of the stream, which is none where its end had ended its input, or the connection was lost. */
    private static @Nullable Noted lastRead(Party to, @Nullable Noted reset) {
        Noted read = first(to, StreamEnds::endsInput) == null ? first(to, StreamEnds::readsEnd) : null;
        Noted lost = reset != null && reset.event().failedWith(Errno.ECONNRESET)
                ? reset
                : first(to, SocketEvent::tellsOfGivingUp);
        return read != null && lost != null && isAfter(read, lost) ? null : read;
    }

    private void resets() {
        Noted over = isSilent() ? told : close;
        Noted unwanted = over == null || isThrownAway() ? null : sentTo(over);
        if (reset != null && unwanted != null && isAfter(reset, unwanted)) {
            answer(unwanted, reset);
        } else if (!isSilent() && (lastRead == null || endsBeforeClose())) {
            pair(close, reset, "reset");
        }
    }

    private void ends() {
        if (end == null) {
            pair(null, lastRead, "end of stream");
        } else if (!steps.containsKey(end) && wasConnected() && !isTooLate(end)) {
            boolean opaque = lastRead == null && isOpaque(end);
            String label = isThrownAway() && !endsBeforeClose() ? "reset" : opaque ? "close" : "end of stream";
            if (lastRead != null) {
                pair(end, lastRead, label);
            } else if (!to.closedBefore(end.begin())) {
                leave(end, label, Shape.UNTAKEN, "");
            }
        }
    }

    /** Whether the end of the stream is one call, and the close another. */
    private boolean endsBeforeClose() {
        return !Objects.equals(end, close);
    }

    /** Whether this end had been told of a loss by then: nothing leaves any more. */
    private boolean isTooLate(Noted call) {
        return told != null && isBehind(call, told);
    }

    private boolean isSilent() {
        return close != null && isTooLate(close);
    }

    /** Whether its close threw the connection away, with what was on its way. */
    private boolean isThrownAway() {
        return close != null && !isSilent() && throwsAway(close) && (endsBeforeClose() || lastRead == null);
    }

    private static @Nullable Noted lastBefore(Noted reset, Life door) {
        Noted last = null;
        for (Noted call : door.calls()) {
            last = closes(call.event()) && isAfter(reset, call) ? call : last;
        }
        return last;
    }

    /** Whether a close resets the connection: by wish, or since there is data nobody read (RFC 9293 §3.6.1, Linux). */
    private boolean throwsAway(Noted close) {
        boolean wished = close.event().outcome() instanceof SocketEvent.Returned kept
                && kept.remark() == SocketEvent.Remark.RESET;
        return wished || lingering(close) == Lingering.NONE || incoming.unread(close.begin()) > 0;
    }

    private Lingering lingering(Noted close) {
        return from.life() == null ? Lingering.SOME : Lingering.at(close.begin(), from.life());
    }

    /**
     * Whether nobody can tell if a close ends the stream or resets it: what the other end sent was not seen, and its end was
     * not read; or it may have been asked to before anybody looked.
     */
    private boolean isOpaque(Noted close) {
        Noted read = first(from, StreamEnds::readsEnd);
        boolean all = read != null && isAfter(close, read);
        boolean unseen = !to.seen() && !all;
        return closes(close.event()) && (unseen || lingering(close) == Lingering.UNKNOWN);
    }

    /**
     * The first data that was sent to a socket after its close, or after it was told that its connection is lost; it is
     * answered with a reset (RFC 9293 §3.10.7.1).
     */
    private @Nullable Noted sentTo(Noted over) {
        for (Noted call : to.calls()) {
            if (call.event().call().sends() && call.event().value() > 0 && isBehind(call, over)) {
                return call;
            }
        }
        return null;
    }

    private void answer(Noted unwanted, Noted reset) {
        Moment at = unwanted.returnable(unwanted.begin());
        Departure departure = new Departure(at, side, Shape.LEAVING, Label.same("reset"), "", Margin.NONE);
        answers.add(departure);
        land(reset, departure);
    }

    /** Whether this end ever had a connection: it had one before anybody looked, or a call or its peer shows one. */
    private boolean wasConnected() {
        return Losses.startsConnected(from)
                || (to.life() != null && to.life().accept() != null)
                || first(from, StreamEnds::tellsOfConnection) != null;
    }

    /** An arrow from one call to another; from nowhere, where the one was not seen and could not be. */
    private void pair(@Nullable Noted leaves, @Nullable Noted lands, String label) {
        if (lands == null) {
            return;
        }
        if (leaves != null) {
            land(lands, leave(leaves, label, Shape.LEAVING, ""));
        } else if (from.life() == null) {
            Moment at = lands.met();
            steps.put(lands, new Arrival(at, side, Shape.UNSENT, Label.same(label), Margin.of(lands.event()), null));
        }
    }

    private void land(Noted lands, Departure departure) {
        Moment at = lands.returnable(departure.at());
        Margin margin = Margin.of(lands.event());
        steps.put(lands, new Arrival(at, null, side, Shape.ARRIVING, departure.label(), margin, departure));
    }

    private Departure leave(Noted call, String label, Shape shape, String mark) {
        Margin margin = Margin.of(call.event());
        Departure departure = new Departure(call.begin(), side, shape, Label.same(label), mark, margin);
        steps.put(call, departure);
        return departure;
    }

    private static @Nullable Noted first(Party party, Predicate<SocketEvent> wanted) {
        for (Noted call : party.calls()) {
            if (wanted.test(call.event())) {
                return call;
            }
        }
        return null;
    }

    private static boolean tellsOfConnection(SocketEvent event) {
        boolean passes = event.call().sends() || event.call().receives();
        return event.value() >= 0 && (passes || event.call() == Call.CONNECT);
    }

    private static boolean closes(SocketEvent event) {
        return event.call() == Call.CLOSE;
    }

    private static boolean endsInput(SocketEvent event) {
        return event.arguments() instanceof Half half && half.direction().in() && !event.failed();
    }

    private static boolean readsEnd(SocketEvent event) {
        return event.outcome() instanceof SocketEvent.Returned returned
                && returned.remark() == SocketEvent.Remark.END_OF_STREAM;
    }

    /** The first call that met a reset. {@code EPIPE} alone tells of none: so fails a send that had nowhere to go. */
    private static @Nullable Noted firstReset(Party party) {
        boolean connected = Losses.startsConnected(party);
        for (Noted call : party.calls()) {
            SocketEvent event = call.event();
            boolean broken = connected && event.failedWith(Errno.EPIPE);
            if (broken || event.failedWith(Errno.ECONNRESET)) {
                return call;
            }
            connected = (connected || Losses.connects(event)) && !Losses.endsOutput(event) && !event.tellsOfGivingUp();
        }
        return null;
    }

    /** The first call that was told that its connection is lost; the last connection, where it had more than one. */
    private static @Nullable Noted firstLoss(Party party) {
        Noted begun = null;
        for (Noted call : party.calls()) {
            begun = Losses.connects(call.event()) ? call : begun;
        }
        for (Noted told : Losses.of(party)) {
            if (begun == null || isAfter(told, begun)) {
                return told;
            }
        }
        return null;
    }

    /** Whether a call began when the other, which may have waited, was over or, where it did not wait, had begun. */
    private static boolean isBehind(Noted later, Noted earlier) {
        return later.begin().compareTo(earlier.met()) > 0;
    }

    private static boolean isAfter(Noted later, Noted earlier) {
        return later.begin().compareTo(earlier.begin()) > 0;
    }
}
