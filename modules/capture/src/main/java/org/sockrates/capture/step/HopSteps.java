package org.sockrates.capture.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.conversation.Addresses;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.conversation.Noted;
import org.sockrates.capture.conversation.Party;
import org.sockrates.capture.conversation.Payload;
import org.sockrates.capture.conversation.Takings;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.step.Step.Arrival;
import org.sockrates.capture.step.Step.Departure;
import org.sockrates.capture.step.Step.Label;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.text.CountText;

/** The datagrams of one direction that went through a hop: each from its send, by the hop's word, to its receives. */
final class HopSteps {
    /** One copy of a message, as the hop sent it on. */
    private record Copy(PassedMessage message, int index, long atNanos) {
        Moment at() {
            return Moment.behindCalls(atNanos, message.number());
        }
    }

    private final DatagramSteps steps;
    private final Side side;
    private final Takings<PassedMessage> sends;
    private final Takings<Copy> receives;
    private final List<PassedMessage> messages;
    private final List<Copy> copies = new ArrayList<>();

    private HopSteps(DatagramSteps steps, Side side) {
        this.steps = steps;
        this.side = side;
        Party from = steps.conversation().party(side);
        this.messages = steps.conversation().passed().stream()
                .filter(message -> Addresses.reaches(message.from(), from.address()))
                .sorted(Comparator.comparingLong(PassedMessage::atNanos))
                .toList();
        for (PassedMessage message : messages) {
            for (int i = 0; i < message.deliveredNanos().size(); i++) {
                copies.add(new Copy(message, i, message.deliveredNanos().get(i)));
            }
        }
        copies.sort(Comparator.comparingLong(Copy::atNanos));
        this.sends = new Takings<>(messages);
        this.receives = new Takings<>(copies);
    }

    static void draw(DatagramSteps steps, Side side, List<Noted> sent, List<Noted> received) {
        HopSteps hop = new HopSteps(steps, side);
        for (Noted call : sent) {
            if (steps.throughHop(call)) {
                hop.sends.take(
                        call,
                        message -> message.bytes() == call.event().value()
                                && message.atNanos() >= call.event().startNanos());
            }
        }
        for (Noted call : received) {
            if (steps.throughHop(call)) {
                hop.receives.take(call, copy -> hop.fits(copy, call.event()));
            }
        }
        hop.messages.forEach(hop::draw);
    }

    private boolean fits(Copy copy, SocketEvent event) {
        Noted send = sends.taker(copy.message());
        return copy.atNanos() <= event.endNanos()
                && copy.message().bytes() == Payload.wholeBytes(event)
                && (send == null || copy.message().corrupted() || Payload.canBe(send.event(), event));
    }

    private void draw(PassedMessage message) {
        List<Copy> own =
                copies.stream().filter(copy -> copy.message().equals(message)).toList();
        Noted send = sends.taker(message);
        boolean untaken = own.isEmpty() || (own.size() == 1 && receives.taker(own.get(0)) == null);
        boolean lost = message.fate() == Fate.LOST;
        Shape shape = lost ? Shape.ENDED : untaken ? Shape.UNTAKEN : Shape.LEAVING;
        String mark = Step.mark(lost, message.rule());
        Moment at = send != null ? send.begin() : Moment.behindCalls(message.atNanos(), message.number());
        Departure leaves = new Departure(
                at, side, shape, label(message, send), mark, Margin.of(send == null ? null : send.event()));
        if (send == null) {
            steps.draw(leaves);
        } else {
            steps.draw(send, leaves);
        }
        if (!untaken) {
            own.forEach(copy -> land(copy, leaves, own.size() == 1));
        }
    }

    private void land(Copy copy, Departure leaves, boolean only) {
        Noted taker = receives.taker(copy);
        Label label = copy.index() == 0
                ? leaves.label()
                : Label.same("#" + copy.message().number() + " again");
        if (taker == null) {
            steps.draw(new Arrival(copy.at(), side, Shape.ARRIVING_UNTAKEN, label, Margin.NONE, null));
            return;
        }
        Moment there = leaves.at().compareTo(copy.at()) > 0 ? leaves.at() : copy.at();
        Margin margin = Margin.of(taker.event());
        Departure sole = only ? leaves : null;
        steps.draw(taker, new Arrival(taker.returnable(there), there, side, Shape.ARRIVING, label, margin, sole));
    }

    private static Label label(PassedMessage message, @Nullable Noted send) {
        String number = "#" + message.number() + " ";
        String what = send == null ? CountText.print(message.bytes(), "byte") : Payload.quoted(send.event());
        String queued = message.fate() == Fate.QUEUED ? " queued" : "";
        boolean harmed = message.fate() == Fate.DELIVERED && !message.rule().isEmpty();
        String rule = harmed ? " " + message.rule() : "";
        return Label.of(number + what + rule + queued, number + what, number + (harmed ? message.rule() : what));
    }
}
