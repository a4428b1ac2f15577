package org.sockrates.capture.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.sockrates.capture.conversation.Conversation;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.conversation.Noted;
import org.sockrates.capture.conversation.Payload;
import org.sockrates.capture.conversation.Takings;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.step.Step.Arrival;
import org.sockrates.capture.step.Step.Departure;
import org.sockrates.capture.step.Step.Label;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

/** Finds which received datagram is which sent one: by what a hop saw, else by order, size and first bytes. */
final class DatagramSteps {
    private final Conversation conversation;
    private final List<Step> steps = new ArrayList<>();
    private final Set<Noted> drawn = new HashSet<>();

    private DatagramSteps(Conversation conversation) {
        this.conversation = conversation;
    }

    static List<Step> of(Conversation conversation) {
        DatagramSteps found = new DatagramSteps(conversation);
        for (Side side : Side.values()) {
            List<Noted> sent = found.calls(side, Call::sends);
            List<Noted> received = found.calls(side.other(), Call::receives);
            HopSteps.draw(found, side, sent, received);
            found.direct(side, sent, received);
        }
        for (Side side : Side.values()) {
            for (Noted call : conversation.calls(side)) {
                if (!found.drawn.contains(call)) {
                    found.steps.add(new Step.Alone(call.met(), side, call.event()));
                }
            }
        }
        return found.steps;
    }

    Conversation conversation() {
        return conversation;
    }

    /** The calls of one end that moved a datagram from or to the other. */
    private List<Noted> calls(Side side, Predicate<Call> wanted) {
        List<Noted> calls = new ArrayList<>();
        for (Noted call : conversation.calls(side)) {
            SocketEvent event = call.event();
            boolean moved = event.value() >= 0 && event.peer() != null;
            if (moved && wanted.test(event.call())) {
                calls.add(call);
            }
        }
        return calls;
    }

    boolean throughHop(Noted call) {
        return !Objects.equals(
                conversation.addresses().real(call.event().peer()), call.event().peer());
    }

    private void direct(Side side, List<Noted> sent, List<Noted> received) {
        List<Noted> left = new ArrayList<>(sent);
        left.removeIf(this::throughHop);
        Takings<Noted> takings = new Takings<>(left);
        for (Noted call : received) {
            if (!throughHop(call)) {
                takings.take(
                        call,
                        message -> message.event().startNanos() <= call.event().endNanos()
                                && Payload.canBe(message.event(), call.event()));
            }
        }
        for (Noted call : left) {
            SocketEvent event = call.event();
            Noted taker = takings.taker(call);
            Shape shape = taker == null ? Shape.UNTAKEN : Shape.LEAVING;
            String quoted = Payload.quoted(event);
            Departure leaves = new Departure(call.begin(), side, shape, Label.same(quoted), "", Margin.of(event));
            draw(call, leaves);
            if (taker != null) {
                Moment at = taker.returnable(call.begin());
                draw(
                        taker,
                        new Arrival(
                                at, null, side, Shape.ARRIVING, Label.same(quoted), Margin.of(taker.event()), leaves));
            }
        }
        for (Noted call : received) {
            if (!drawn.contains(call)) {
                Label label = Label.same(Payload.quoted(call.event()));
                draw(call, new Arrival(call.met(), side, Shape.UNSENT, label, Margin.of(call.event()), null));
            }
        }
    }

    void draw(Step step) {
        steps.add(step);
    }

    void draw(Noted call, Step step) {
        drawn.add(call);
        steps.add(step);
    }
}
