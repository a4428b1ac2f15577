package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** Somebody's protocol, once it is made, called with care: whatever it throws is judged, and goes no further. */
final class Guest {
    private final Judge judge;
    private @Nullable ProtocolEnd protocol;
    private Call call = Call.NOTHING;

    Guest(Judge judge) {
        this.judge = judge;
    }

    /** Makes it. */
    void make(BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker, ProtocolSettings settings, Outside outside) {
        call = Call.MADE;
        try {
            protocol = maker.apply(settings, outside);
        } catch (RuntimeException | Error failure) {
            judge.ask(Invariant.NO_THROW, false, "its constructor threw " + Thrown.text(failure));
        }
        call = Call.NOTHING;
    }

    /** What it is doing now. */
    Call call() {
        return call;
    }

    boolean hasRoom() {
        return answer("hasRoom", ProtocolEnd::hasRoom);
    }

    boolean isAllAcknowledged() {
        return answer("allAcknowledged", ProtocolEnd::allAcknowledged);
    }

    private boolean answer(String what, Predicate<ProtocolEnd> question) {
        ProtocolEnd known = protocol;
        if (known == null) {
            return false;
        }
        call = Call.ASKED;
        try {
            return question.test(known);
        } catch (RuntimeException | Error failure) {
            judge.ask(Invariant.NO_THROW, false, what + " threw " + Thrown.text(failure));
            return false;
        } finally {
            call = Call.NOTHING;
        }
    }

    /** Tells it what happens. */
    void perform(Call what, @Nullable ByteBuffer bytes, long now) {
        ProtocolEnd known = protocol;
        if (known == null) {
            return;
        }
        call = what;
        try {
            switch (what) {
                case SEND -> known.send(Objects.requireNonNull(bytes), now);
                case ARRIVED -> known.arrived(Objects.requireNonNull(bytes), now);
                case TIMEOUT -> known.timeout(now);
                case ROOM_AGAIN -> known.roomAgain(now);
                default -> throw new IllegalStateException("no event: " + what);
            }
            judge.ask(what == Call.SEND ? Invariant.ROOM_MEANT : Invariant.NO_THROW, true, "");
        } catch (StormException storm) {
            // judged when it broke out
        } catch (RuntimeException | Error failure) {
            judge.ask(
                    what == Call.SEND ? Invariant.ROOM_MEANT : Invariant.NO_THROW,
                    false,
                    what.word() + " threw " + Thrown.text(failure));
        }
        call = Call.NOTHING;
    }

    /** Sends where it has said that it has no room: it is to refuse. */
    void sendWithoutRoom(ByteBuffer message, long now) {
        ProtocolEnd known = protocol;
        if (known == null) {
            return;
        }
        call = Call.SEND;
        try {
            known.send(message, now);
            judge.ask(Invariant.ROOM_NEEDED, false, "send took a message, and hasRoom had said no");
        } catch (IllegalStateException expected) {
            judge.ask(Invariant.ROOM_NEEDED, true, "");
        } catch (RuntimeException | Error other) {
            judge.ask(Invariant.ROOM_NEEDED, false, "send threw " + Thrown.text(other));
        }
        call = Call.NOTHING;
    }
}
