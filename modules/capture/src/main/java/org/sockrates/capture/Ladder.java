package org.sockrates.capture;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sockrates.capture.LadderRow.Arrow;
import org.sockrates.transport.text.CountText;

/**
 * The space-time diagram of one conversation: two ends side by side, time downwards, calls in the margins, what crossed
 * between them. Without packets it shows calls and what a hop saw, and claims no segment; with them it shows every
 * segment, and the states of both ends as far as segments tell them.
 *
 * @param transport the transport's name
 * @param left the end that began
 */
public record Ladder(String transport, LadderEnd left, LadderEnd right, List<LadderRow> rows) {
    public Ladder {
        rows = List.copyOf(rows);
    }

    /**
     * The ladders of all conversations in these events, in the order in which the two met. A socket that talked with nobody has
     * none.
     *
     * @param events in any order; of a call that has ended, its beginning may be there too
     * @param passed what hops between the ends saw
     * @param traffic packets that were seen too: what crosses are segments then, and their calls stand beside them; packets
     *     of conversations without calls have ladders of their own
     */
    public static List<Ladder> all(
            List<ActorEvent> events, List<PassedMessage> passed, SeenTraffic traffic, SocketNames names) {
        return all(events, passed, traffic, names, true);
    }

    /**
     * The same, with or without the calls. When a call returned is a matter of microseconds and differs from run to run;
     * without calls, the same segments are the same rows.
     */
    public static List<Ladder> all(
            List<ActorEvent> events,
            List<PassedMessage> passed,
            SeenTraffic traffic,
            SocketNames names,
            boolean calls) {
        List<Life> lives = Lives.of(events);
        Addresses addresses = new Addresses(passed, traffic.mirrored());
        List<Conversation> conversations = new ArrayList<>(StreamConversations.of(lives, passed, addresses));
        Set<PassedMessage> told = new HashSet<>();
        conversations.forEach(stream -> told.addAll(stream.passed()));
        List<PassedMessage> datagrams = passed.stream()
                .filter(message -> !message.piece() && !told.contains(message))
                .toList();
        conversations.addAll(DatagramConversations.of(lives, datagrams, addresses));
        conversations.sort(Comparator.comparing(Conversation::meeting));
        List<PacketTalk> talks = PacketTalks.of(traffic, addresses);
        List<Observed> found = Observed.all(conversations, talks, addresses);
        found.sort(Comparator.comparing(Observed::begin));
        Map<Lives.Key, Life> latest = new HashMap<>();
        lives.forEach(life -> latest.put(Lives.Key.of(life), life));
        Predicate<Life> isLatest = life -> life.equals(latest.get(Lives.Key.of(life)));
        Function<Party, LadderEnd> end = party -> LadderEnd.of(
                party,
                life -> isLatest.test(life) ? names.of(life.actor(), life.number()) : Optional.empty(),
                isLatest);
        return found.stream().map(observed -> of(observed, end, calls)).toList();
    }

    private static Ladder of(Observed observed, Function<Party, LadderEnd> end, boolean calls) {
        Conversation conversation = observed.conversation();
        List<Step> steps =
                observed.talk().map(talk -> PacketSteps.of(conversation, talk)).orElseGet(() -> stepsOf(conversation));
        return new Ladder(
                conversation.transport(),
                end(conversation, conversation.left(), end),
                end(conversation, conversation.right(), end),
                Step.rows(calls ? steps : Step.withoutCalls(steps)));
    }

    private static LadderEnd end(Conversation conversation, Party party, Function<Party, LadderEnd> end) {
        InetSocketAddress address = party.address();
        boolean ours = conversation.left().seen() || conversation.right().seen();
        if (!ours && address != null) {
            return LadderEnd.stranger(address);
        }
        Party other = party.equals(conversation.left()) ? conversation.right() : conversation.left();
        return address != null && !party.seen() && conversation.stream() && address.equals(other.address())
                ? LadderEnd.itself(address)
                : end.apply(party);
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

    /** Whether an actor's socket of this number, the latest that had it, stands at either end. */
    public boolean involves(String actor, int socket) {
        return left.has(actor, socket) || right.has(actor, socket);
    }

    /**
     * Whether a stranger sent something to a socket that never answered him and had begun one of these conversations: he
     * spoke in between.
     */
    public boolean interrupts(List<Ladder> others) {
        boolean answered = rows.stream().anyMatch(row -> row instanceof Arrow arrow && arrow.from() == Side.RIGHT);
        return !answered
                && left.sockets().isEmpty()
                && right.sockets().stream()
                        .anyMatch(mine -> others.stream().anyMatch(other -> other.left.has(right.actor(), mine)));
    }

    /** One line for a list to choose from: {@code tcp alice (4) -> bob (5), door (3): 9 rows}. */
    public String title() {
        return transport + " " + left.title() + " -> " + right.title() + ": " + CountText.print(rows.size(), "row");
    }

    /**
     * The lines of a Mermaid sequence diagram of it, all of them escaped.
     *
     * @param times whether each row begins with its time
     */
    public List<String> mermaid(boolean times) {
        return MermaidText.lines(this, times);
    }

    /** Draws it: lines no longer than the style's width, all of them escaped. */
    public List<String> render(LadderStyle style) {
        return new LadderText(this, style).lines();
    }
}
