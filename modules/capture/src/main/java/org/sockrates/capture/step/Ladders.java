package org.sockrates.capture.step;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.sockrates.capture.conversation.ActorEvent;
import org.sockrates.capture.conversation.Conversation;
import org.sockrates.capture.conversation.Life;
import org.sockrates.capture.conversation.Lives;
import org.sockrates.capture.conversation.Observed;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderEnd;
import org.sockrates.capture.numbered.NumberedPackets;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.SeenTraffic;

/** Makes ladders of what was seen: finds who talked with whom, and what either did, step by step. It draws none. */
public final class Ladders {
    private Ladders() {}

    /**
     * The ladders of all conversations in these events, in the order in which the two met. A socket that talked with nobody has
     * none.
     *
     * @param events in any order; of a call that has ended, its beginning may be there too
     * @param passed what hops between the ends saw
     * @param traffic packets that were seen too: what crosses are segments then, and their calls stand beside them; packets
     *     of conversations without calls have ladders of their own
     * @param calls whether to show them: when a call returned is a matter of microseconds and differs from run to run; without
     *     calls, the same segments are the same rows
     * @param patience asked with each conversation, again and again
     * @throws CancellationException when nobody waits any more
     */
    public static List<Ladder> all(
            List<ActorEvent> events,
            List<PassedMessage> passed,
            SeenTraffic traffic,
            SocketNames names,
            boolean calls,
            Patience patience) {
        List<Life> lives = Lives.of(events);
        Ends ends = new Ends(lives, names);
        return Observed.all(lives, passed, traffic, patience).stream()
                .peek(observed -> patience.ask())
                .map(observed -> of(observed, ends, calls))
                .toList();
    }

    /**
     * The ladders of packets alone, for somebody who need not wait for them.
     *
     * @throws CancellationException when nobody waits any more
     */
    public static List<Ladder> all(SeenTraffic traffic, Patience patience) {
        return all(List.of(), List.of(), traffic, SocketNames.NONE, true, patience);
    }

    private static Ladder of(Observed observed, Ends ends, boolean calls) {
        Conversation conversation = observed.conversation();
        List<Step> steps =
                observed.talk().map(talk -> PacketSteps.of(conversation, talk)).orElseGet(() -> stepsOf(conversation));
        return new Ladder(
                conversation.transport(),
                ends.of(conversation, conversation.left()),
                ends.of(conversation, conversation.right()),
                Step.rows(calls ? steps : Step.withoutCalls(steps)));
    }

    private static List<Step> stepsOf(Conversation conversation) {
        if (!conversation.stream()) {
            return DatagramSteps.of(conversation);
        }
        return conversation.numbered() ? NumberedSteps.of(conversation) : StreamSteps.of(conversation);
    }

    /** The ladder of numbered packets alone: whoever sent the first message stands left. */
    public static Ladder of(String transport, LadderEnd left, LadderEnd right, NumberedPackets packets) {
        return new Ladder(transport, left, right, Step.rows(NumberedSteps.of(packets)));
    }
}
