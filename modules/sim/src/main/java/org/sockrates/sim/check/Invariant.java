package org.sockrates.sim.check;

import java.util.Locale;

/** Everything that must hold of a protocol of reliable transfer, whatever the line does to its packets. */
public enum Invariant {

    // --- What the program gets, of every protocol -------------------------------------------------------------------

    IN_ORDER(Scope.EVERY, "A message is delivered after all that were sent before it.", "Kurose and Ross §3.4"),
    ONCE(Scope.EVERY, "A message is delivered once.", "Kurose and Ross §3.4.1"),
    UNHARMED(Scope.EVERY, "A message is delivered as it was sent, byte by byte.", "Kurose and Ross §3.4.1"),
    NOT_INVENTED(Scope.EVERY, "Nothing is delivered that was not sent.", "Kurose and Ross §3.4"),
    WITHIN_ROOM(Scope.EVERY, "No more is delivered than the program has room for.", "RFC 9293 §3.8.6"),
    LIVELY(Scope.EVERY, "Once the line is good again, everything sent is delivered.", "Kurose and Ross §3.4"),

    // --- What the program is told -----------------------------------------------------------------------------------

    ROOM_MEANT(Scope.EVERY, "When hasRoom says yes, send takes a message.", "ProtocolEnd.hasRoom"),
    ROOM_NEEDED(Scope.EVERY, "When hasRoom says no, send throws IllegalStateException.", "ProtocolEnd.send"),
    TOLD_TRUE(Scope.EVERY, "All is said to be acknowledged only when all was delivered.", "RFC 9293 §3.4"),
    TOLD_AT_LAST(Scope.EVERY, "When all was delivered, each end learns it.", "ProtocolEnd.allAcknowledged"),

    // --- How it behaves as a guest in its host ----------------------------------------------------------------------

    NO_THROW(Scope.EVERY, "Whatever comes over the line, no call throws.", "ProtocolEnd.arrived"),
    RETURNS(Scope.EVERY, "Every call returns.", "ProtocolEnd"),
    BYTES_UNTOUCHED(Scope.EVERY, "Bytes that are handed to it are only read.", "ProtocolEnd.arrived"),
    ASKED_FIRST(Scope.EVERY, "It acts when something happens, not when it is made or asked.", "ProtocolEnd"),
    NO_STORM(Scope.EVERY, "One event causes a window of packets and two more at most.", "RFC 8085 §3.1"),
    FITS(Scope.EVERY, "No packet is longer than a path of 1,500 bytes can carry.", "RFC 8085 §3.2"),
    REPEATABLE(Scope.EVERY, "The same inputs lead to the same outputs.", "ProtocolEnd"),

    // --- Time -------------------------------------------------------------------------------------------------------

    WAKES_LATER(Scope.EVERY, "It asks to be woken now or later, never in the past.", "Line.wakeAt"),
    TIME_GOES_ON(Scope.EVERY, "It is not woken again and again at one moment.", "Line.wakeAt"),
    TIMER_RUNS(Scope.EVERY, "While something is unacknowledged, a timer runs.", "RFC 6298 §5.1"),
    QUIET_AT_LAST(Scope.EVERY, "When all is known to all, nothing is sent and no timer runs.", "RFC 6298 §5.2"),

    // --- Of whoever speaks the packets of docs/rdt.md: what is sent -------------------------------------------------

    WELL_FORMED(Scope.PACKETS, "Every packet is one: version, type, length, checksum.", "docs/rdt.md, a packet"),
    OF_THIS_CONNECTION(Scope.PACKETS, "Every packet bears this connection's number.", "docs/rdt.md, a packet"),
    NUMBERED(Scope.PACKETS, "New data bears the number after the last, from the first on.", "docs/rdt.md, numbers"),
    CARRIES_THE_MESSAGE(
            Scope.PACKETS, "The payload of a number is the message of that number.", "docs/rdt.md, numbers"),
    SAME_AGAIN(Scope.PACKETS, "What is sent again is what was sent first.", "RFC 9293 §3.4"),
    WITHIN_WINDOW(Scope.PACKETS, "No more is outstanding than the window.", "Kurose and Ross §3.4.3"),
    WITHIN_THEIR_WINDOW(
            Scope.PACKETS, "No more is outstanding than the other end can take, or one.", "RFC 9293 §3.8.6"),
    DATA_FOR_A_REASON(Scope.PACKETS, "Data is not sent because data came.", "docs/rdt.md, the senders"),
    NOT_AGAIN(Scope.PACKETS, "What was acknowledged is not sent again.", "Kurose and Ross §3.4.4"),
    PATIENT(Scope.PACKETS, "While nothing comes, it waits no less from time to time.", "RFC 6298 §5.5"),

    // --- … and what is answered -------------------------------------------------------------------------------------

    ACK_OF_WHAT_CAME(Scope.PACKETS, "What is acknowledged has arrived.", "Kurose and Ross §3.4.4"),
    NEXT_IS_TRUE(Scope.PACKETS, "Every number before next has arrived and was delivered.", "RFC 9293 §3.4"),
    NEXT_NEVER_BACK(Scope.PACKETS, "What was acknowledged stays acknowledged.", "RFC 9293 §3.4"),
    WINDOW_IS_TRUE(Scope.PACKETS, "No window is larger than the room there is.", "RFC 9293 §3.8.6"),
    ACK_FOR_A_REASON(Scope.PACKETS, "Only data, or new room, is answered.", "RFC 9293 §3.10.7.4"),
    DAMAGE_IGNORED(Scope.PACKETS, "A damaged packet changes nothing and is not answered.", "docs/rdt.md, a packet"),
    STRANGER_IGNORED(Scope.PACKETS, "Nor does a packet of another connection.", "docs/rdt.md, a packet"),

    // --- Of the three protocols as the textbook has them ------------------------------------------------------------

    TIMER_RESTS(Scope.TEXTBOOK, "When nothing is outstanding, no timer runs.", "RFC 6298 §5.2"),
    TIMER_AGAIN(Scope.TEXTBOOK, "The timer starts again for what is now the oldest.", "RFC 6298 §5.3"),
    AGAIN_WHEN_DUE(Scope.TEXTBOOK, "Data is sent again when its time is up, or a shut window opens.", "RFC 6298 §5.4"),
    ALL_THAT_IS_DUE(
            Scope.TEXTBOOK, "Then go-back-N sends all again, selective repeat what is due.", "Kurose and Ross §3.4.3"),
    BACKS_OFF(Scope.TEXTBOOK, "When the timer rings the timeout is told, once for a flight.", "RFC 6298 §5.5"),
    KARN(Scope.TEXTBOOK, "Nothing is learnt from what was sent twice.", "RFC 6298 §3"),
    TAKEN_AT_ONCE(Scope.TEXTBOOK, "The number that is next is delivered when it comes.", "docs/rdt.md, the receivers"),
    ANSWERED(Scope.TEXTBOOK, "Whatever data comes is answered with one acknowledgement.", "docs/rdt.md, the receivers"),
    NEXT_IS_WHOLE(Scope.TEXTBOOK, "Everything that was delivered is acknowledged.", "docs/rdt.md, the receivers"),

    // --- Of the line itself, or nothing above means anything --------------------------------------------------------

    CONSERVED(Scope.LINE, "What enters the line arrives, is dropped, or is under way.", "docs/link.md");

    private final Scope scope;
    private final String sentence;
    private final String source;

    Invariant(Scope scope, String sentence, String source) {
        this.scope = scope;
        this.sentence = sentence;
        this.source = source;
    }

    /** Of which protocols it is asked. */
    public enum Scope {
        /** Of every protocol, whatever its packets look like. */
        EVERY,
        /** Of those whose packets are {@link org.sockrates.transport.rdt.Packet}s. */
        PACKETS,
        /** Of those that say they are one of {@link org.sockrates.transport.rdt.Protocol}. */
        TEXTBOOK,
        /** Of the line that they are put to. */
        LINE
    }

    public Scope scope() {
        return scope;
    }

    /** What must hold. */
    public String sentence() {
        return sentence;
    }

    /** Where it is written. */
    public String source() {
        return source;
    }

    /** As it is called in output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
