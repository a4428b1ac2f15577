package org.sockrates.capture.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.transport.Call;

/**
 * What two parties did with each other: the calls of each, and what a hop saw. Not which of them belong together.
 *
 * @param stream whether bytes passed as a stream, else as datagrams
 * @param left who began
 * @param passed what a hop between them saw
 */
public record Conversation(
        String transport,
        boolean stream,
        Party left,
        Party right,
        List<Noted> leftCalls,
        List<Noted> rightCalls,
        List<PassedMessage> passed,
        Addresses addresses) {

    /** The same, where more is known of who began. */
    Conversation withLeft(Party known) {
        return new Conversation(transport, stream, known, right, leftCalls, rightCalls, passed, addresses);
    }

    public Party party(Side side) {
        return side == Side.LEFT ? left : right;
    }

    public List<Noted> calls(Side side) {
        return side == Side.LEFT ? leftCalls : rightCalls;
    }

    /** Whether it travels in the segments of the kernel's TCP; a stream may travel in datagrams. */
    boolean inSegments() {
        return stream
                && Stream.of(left, right)
                        .allMatch(party -> party.life() == null || party.life().overTcp());
    }

    /** Whether packets were seen that say what they are. */
    public boolean numbered() {
        return passed.stream().anyMatch(message -> message.head().isPresent());
    }

    /** Its first moment: a door may have been there long before. */
    Moment begin() {
        return first(calls().map(Noted::begin)).orElse(new Moment(Long.MAX_VALUE, Long.MAX_VALUE));
    }

    /** When the two had to do with each other first. A connect that failed is no meeting where another did not. */
    Moment meeting() {
        boolean connected = !passed.isEmpty()
                || calls().anyMatch(call -> connects(call) && !call.event().failed());
        return first(calls().filter(call -> DatagramConversations.hasPeer(call.event()))
                        .filter(call ->
                                !connected || !connects(call) || !call.event().failed())
                        .map(Noted::met))
                .orElseGet(this::begin);
    }

    private boolean connects(Noted call) {
        return stream && call.event().call() == Call.CONNECT && !call.event().pending();
    }

    private Stream<Noted> calls() {
        return Stream.concat(leftCalls.stream(), rightCalls.stream());
    }

    private Optional<Moment> first(Stream<Moment> calls) {
        Stream<Moment> messages = passed.stream().map(message -> new Moment(message.atNanos(), Long.MAX_VALUE));
        return Stream.concat(calls, messages).min(Comparator.naturalOrder());
    }
}
