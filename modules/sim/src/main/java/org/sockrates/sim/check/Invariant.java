package org.sockrates.sim.check;

import java.util.Locale;

/** Everything that must hold of a protocol of reliable transfer, and of connections over it, whatever the line does. */
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
    STRANGER_IGNORED(Scope.PACKETS, "A packet of another connection changes nothing.", "docs/rdt.md, a packet"),

    // --- Of the three protocols as the textbook has them ------------------------------------------------------------

    TIMER_RESTS(Scope.TEXTBOOK, "When nothing is outstanding, no timer runs.", "RFC 6298 §5.2"),
    TIMER_AGAIN(Scope.TEXTBOOK, "The timer starts again for what is now the oldest.", "RFC 6298 §5.3"),
    WINDOW_USED(Scope.TEXTBOOK, "A sender does not wait while its window has room.", "Kurose and Ross §3.4.3"),
    AGAIN_WHEN_DUE(Scope.TEXTBOOK, "Data is sent again when its time is up, or a shut window opens.", "RFC 6298 §5.4"),
    ALL_THAT_IS_DUE(
            Scope.TEXTBOOK,
            "What goes again is all that is outstanding; of selective repeat, what is due.",
            "Kurose and Ross §3.4.3"),
    BACKS_OFF(Scope.TEXTBOOK, "When the timer rings the timeout is told, once for a flight.", "RFC 6298 §5.5"),
    KARN(Scope.TEXTBOOK, "Who learns the round trip learns it from what was sent once, and goes on.", "RFC 6298 §3"),
    TAKEN_AT_ONCE(Scope.TEXTBOOK, "The number that is next is delivered when it comes.", "docs/rdt.md, the receivers"),
    ANSWERED(Scope.TEXTBOOK, "Whatever data comes is answered with one acknowledgement.", "docs/rdt.md, the receivers"),
    NEXT_IS_WHOLE(Scope.TEXTBOOK, "Everything that was delivered is acknowledged.", "docs/rdt.md, the receivers"),

    // --- Of a connection: how it opens ------------------------------------------------------------------------------

    ONLY_OPEN_OPENS(Scope.CONNECTION, "Only a whole OPEN makes a connection.", "docs/rdt.md, a connection"),
    OPEN_FIRST(
            Scope.CONNECTION, "The first message of each way is OPEN, and no other is.", "docs/rdt.md, a connection"),
    OPEN_AWAITED(Scope.CONNECTION, "Nothing but OPEN is said before the other end is known.", "RFC 9293 §3.5"),
    OPEN_IS_TRUE(Scope.CONNECTION, "A connection is open only when both ends know of each other.", "RFC 9293 §3.5"),
    OPEN_AT_ONCE(
            Scope.CONNECTION,
            "A connection is open as soon as both ends know of each other.",
            "docs/rdt.md, a connection"),
    OPENED_ONCE(Scope.CONNECTION, "However often OPEN comes, a connection is opened once.", "RFC 9293 §3.5"),

    // --- … how it carries bytes -------------------------------------------------------------------------------------

    TAKES_WHEN_OPEN(
            Scope.CONNECTION, "Bytes are taken when the connection is open, and not before.", "Connection.send"),
    COUNTED(Scope.CONNECTION, "send and receive tell how many bytes they moved.", "Connection.send"),
    MEANT(
            Scope.CONNECTION,
            "Every message is OPEN, DATA or END, with what belongs to it.",
            "docs/rdt.md, a connection"),
    CARRIES_THE_STREAM(Scope.CONNECTION, "DATA carries the stream, byte after byte.", "docs/rdt.md, a connection"),
    SAID_AT_ONCE(
            Scope.CONNECTION,
            "What was taken is said as soon as the window has room, and END behind it.",
            "Kurose and Ross §3.4.3"),
    PREFIX(Scope.CONNECTION, "What is received is what was sent, from its first byte on.", "RFC 9293 §3.4"),
    NOT_BEFORE_OPEN(Scope.CONNECTION, "No byte is there before the connection is open.", "RFC 9293 §3.10.7.4"),
    WITHIN_BUFFER(Scope.CONNECTION, "No more waits to be read than its buffer holds.", "RFC 9293 §3.8.6"),
    ROOM_TOLD(Scope.CONNECTION, "Who has room again, and had none, says so.", "docs/rdt.md, the receivers"),

    // --- … how it ends ----------------------------------------------------------------------------------------------

    END_WHEN_FINISHED(Scope.CONNECTION, "END is said when the program has, and behind all its bytes.", "RFC 9293 §3.6"),
    END_LAST(Scope.CONNECTION, "Behind END nothing is said.", "docs/rdt.md, a connection"),
    FINISHED(Scope.CONNECTION, "After finish, send throws IllegalStateException.", "Connection.send"),
    END_AFTER_ALL(Scope.CONNECTION, "The end is told when END came, and all before it was read.", "RFC 9293 §3.6"),
    END_TOLD_ONCE(Scope.CONNECTION, "The end is told once; nothing comes behind it.", "RFC 9293 §3.6"),
    HALF_CLOSED_HEARS(Scope.CONNECTION, "Who has finished still acknowledges what comes.", "RFC 9293 §3.6"),
    HALF_CLOSED_SPEAKS(Scope.CONNECTION, "Who was told the end may still send.", "RFC 9293 §3.6"),
    END_ANSWERED(Scope.CONNECTION, "Each END is acknowledged, however often it comes.", "RFC 9293 §3.10.7.4"),
    OVER_IS_TRUE(Scope.CONNECTION, "An end is over only when END came and its own is acknowledged.", "RFC 9293 §3.6"),
    OVER_AT_ONCE(
            Scope.CONNECTION,
            "An end is over as soon as END came and its own is acknowledged.",
            "docs/rdt.md, its end"),
    SILENT_WHEN_OVER(Scope.CONNECTION, "Who is over acknowledges, and says nothing more.", "RFC 9293 §3.6"),
    LINGERS(Scope.CONNECTION, "Who is over is there for three timeouts more.", "docs/rdt.md, its end"),
    TIMER_IN_NEED(
            Scope.CONNECTION,
            "A timer runs while OPEN or an acknowledgement is awaited, and only then.",
            "RFC 6298 §5.1"),
    BOTH_END(Scope.CONNECTION, "Once the line is good again both come to the end, with every byte.", "RFC 9293 §3.6"),

    // --- … and how it is given up -----------------------------------------------------------------------------------

    RESET_FOR_A_REASON(
            Scope.CONNECTION, "Who gives up says RESET, once, and nobody else does.", "docs/rdt.md, its end"),
    RESET_HEEDED(Scope.CONNECTION, "A reset ends a connection.", "RFC 9293 §3.5.3"),
    RESET_UNANSWERED(Scope.CONNECTION, "A reset is never answered.", "RFC 9293 §3.5.2"),
    RESET_OF_ANOTHER(Scope.CONNECTION, "A stranger's reset changes nothing.", "RFC 9293 §3.5.3"),
    RESET_TOO_LATE(Scope.CONNECTION, "A reset that comes when all is over changes nothing.", "RFC 1337 §3"),
    NOBODY_THERE(Scope.CONNECTION, "What is sent to no connection is answered with its reset.", "RFC 9293 §3.5.2"),
    GIVES_UP(Scope.CONNECTION, "Who waits for an answer and hears nothing gives up in time.", "RFC 9293 §3.8.3"),
    TELLS_WHY(
            Scope.CONNECTION, "A connection fails for a reason, tells which, and that is that.", "Connection.failure"),
    SILENT_WHEN_FAILED(Scope.CONNECTION, "Who has failed says nothing more.", "docs/rdt.md, its end"),

    // --- Of whoever speaks the packets of docs/rdt.md, where somebody forges
    // ------------------------------------------

    FREES_WHAT_WAS_SENT(Scope.FORGED, "An acknowledgement of what was never sent frees nothing.", "RFC 9293 §3.10.7.4"),
    FREES_NOTHING_TWICE(Scope.FORGED, "An acknowledgement of long ago frees nothing.", "RFC 5961 §5.2"),
    TAKES_WITHIN_THE_WINDOW(Scope.FORGED, "Data from outside of the window is not taken.", "RFC 9293 §3.10.7.4"),
    NO_PACKET_IGNORED(
            Scope.FORGED, "What is no packet changes nothing, whatever its checksum.", "docs/rdt.md, a packet"),
    EARLIER_IGNORED(Scope.FORGED, "A packet of an earlier connection changes nothing.", "RFC 9293 §3.4.1"),
    OPEN_ANSWERS(
            Scope.FORGED_CONNECTION,
            "Only OPEN answers who asked: not DATA, not END, not its own OPEN, sent back.",
            "RFC 9293 §3.10.7.3"),
    NOTHING_BEHIND_END(Scope.FORGED_CONNECTION, "Behind END nothing is taken.", "RFC 9293 §3.10.7.4"),
    STANDS(Scope.FORGED_CONNECTION, "No packet that can be told to be forged ends a connection.", "RFC 5961 §1"),

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
        /** Of a {@link org.sockrates.transport.rdt.Connection}. */
        CONNECTION,
        /** Of those whose packets are {@link org.sockrates.transport.rdt.Packet}s, where somebody forges. */
        FORGED,
        /** Of a {@link org.sockrates.transport.rdt.Connection}, where somebody forges. */
        FORGED_CONNECTION,
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
