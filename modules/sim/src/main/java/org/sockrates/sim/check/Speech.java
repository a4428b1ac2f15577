package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;

/** Watches the messages that one end of a connection puts on the line, and what it is told of them. */
final class Speech {
    /** The first byte of a message (docs/rdt.md, a connection). */
    private static final byte OPEN = 1;

    private static final byte DATA = 2;
    private static final byte END = 3;
    /** What the OPEN of who asks is long: the listener's answers to it may not come to more than three times as much. */
    static final int ASKING_BYTES = 80;

    private static final int NONE = Aim.NONE;

    private final Scene scene;
    private final Judge judge;
    private final StreamProgram program;
    private final boolean asks;
    private final List<Integer> sent = new ArrayList<>();
    private final BitSet acknowledged = new BitSet();
    private final BitSet came = new BitSet();
    private final Advertised theirs;
    private int bytesSent;
    private int endSent = NONE;
    private int endCame = NONE;

    /** @param asks whether it is the end that asks for the connection */
    Speech(Scene scene, StreamProgram program, boolean asks) {
        this.scene = scene;
        judge = scene.judge;
        this.program = program;
        this.asks = asks;
        theirs = new Advertised(scene.plan.window());
    }

    /** What a whole packet is for. */
    static PacketKind kind(Packet packet) {
        return switch (packet.type()) {
            case ACK -> PacketKind.ACK;
            case RESET -> PacketKind.RST;
            case DATA -> kind(packet.payload());
        };
    }

    private static PacketKind kind(ByteBuffer message) {
        byte word = message.hasRemaining() ? message.get(message.position()) : 0;
        return word == OPEN ? PacketKind.SYN : word == END ? PacketKind.FIN : PacketKind.DATA;
    }

    // --- what it is told --------------------------------------------------------------------------------------------

    /** A whole packet has come. */
    void heard(Arrival arrival) {
        switch (arrival.kind) {
            case ACK -> acknowledged(arrival);
            case RST -> {
                // no message, and about none
            }
            default -> came(arrival);
        }
    }

    private void acknowledged(Arrival ack) {
        int number = ack.number - scene.plan.first();
        int next = ack.next - scene.plan.first();
        theirs.heard(next, ack.window);
        if (number >= 0 && number < sent.size()) {
            acknowledged.set(number);
        }
        if (scene.textbook != Protocol.SELECTIVE_REPEAT && next > 0 && next <= sent.size()) {
            acknowledged.set(0, next);
        }
    }

    private void came(Arrival message) {
        int number = message.number - scene.plan.first();
        if (number >= 0) {
            came.set(number);
        }
        endCame = message.kind == PacketKind.FIN ? number : endCame;
    }

    /** Whether each end knows of the other, as far as this one can tell; what came early may have to wait its turn. */
    boolean isKnown() {
        return came.get(0) && (asks || acknowledged.get(0) || came.nextSetBit(1) > 0);
    }

    /** Whether it can tell without what may have to wait. */
    boolean isSurelyKnown() {
        return came.get(0) && (asks || acknowledged.get(0) || came.get(1));
    }

    boolean hasOpenCome() {
        return came.get(0);
    }

    /** Before which number all may have been taken. */
    int cameBefore() {
        return came.nextClearBit(0);
    }

    /** The window that it was told last. */
    int told() {
        return theirs.last();
    }

    boolean hasEndCome() {
        return endCame != NONE;
    }

    /** Whether its END is acknowledged, and everything before. */
    boolean isEndAcknowledged() {
        return endSent != NONE && !isOutstanding();
    }

    /** Whether it waits for an acknowledgement. */
    boolean isOutstanding() {
        return acknowledged.cardinality() < sent.size();
    }

    /** How many messages the window holds, from the oldest that is not acknowledged on. */
    int outstanding() {
        return sent.size() - oldest();
    }

    /** Below how many it has no reason to keep back what its program said. */
    int windowInUse() {
        return scene.windowInUse(theirs);
    }

    /** How many messages were said. */
    int sent() {
        return sent.size();
    }

    /** Before which everything is acknowledged. */
    int oldest() {
        return Math.min(sent.size(), acknowledged.nextClearBit(0));
    }

    /** The number of END, or {@link Aim#NONE}. */
    int endSent() {
        return endSent;
    }

    /** Whether END was said. */
    boolean isEndSent() {
        return endSent != NONE;
    }

    /** Whether it waits for anything that the other end must say. */
    boolean isWaiting() {
        return isOutstanding() || (asks && !sent.isEmpty() && !came.get(0));
    }

    /** How many bytes of the stream were put on the line. */
    int bytesSent() {
        return bytesSent;
    }

    // --- what it says -----------------------------------------------------------------------------------------------

    /**
     * A message goes on the line.
     *
     * @param offered how many bytes its program has offered by now
     * @param finished whether its program has said that it has finished
     */
    void sent(Packet data, int offered, boolean finished) {
        int number = data.number() - scene.plan.first();
        judge.ask(
                Invariant.NUMBERED,
                number >= 0 && number <= sent.size(),
                "message %d after message %d",
                number,
                sent.size() - 1L);
        if (!judge.isContent()) {
            return;
        }
        ByteBuffer message = data.payload();
        if (number < sent.size()) {
            judge.ask(
                    Invariant.SAME_AGAIN,
                    sent.get(number) == message.hashCode(),
                    "message %d is not what it was the first time",
                    number);
            return;
        }
        sent.add(message.hashCode());
        first(number, message, offered, finished);
    }

    private void first(int number, ByteBuffer message, int offered, boolean finished) {
        PacketKind kind = kind(message);
        judge.ask(
                Invariant.OPEN_FIRST,
                kind == PacketKind.SYN == (number == 0),
                kind == PacketKind.SYN ? "message %d is OPEN" : "message %d is none",
                number);
        judge.ask(Invariant.OPEN_AWAITED, number == 0 || isKnown(), "message %d was said before", number);
        judge.ask(Invariant.END_LAST, endSent == NONE, "message %d was said behind it", number);
        if (kind == PacketKind.DATA) {
            judge.ask(
                    Invariant.MEANT,
                    message.remaining() > 1 && message.get() == DATA,
                    "message %d is none of them",
                    number);
            judge.ask(
                    Invariant.CARRIES_THE_STREAM,
                    bytesSent + message.remaining() <= offered && program.says(bytesSent, message),
                    "message %d carries something else than the bytes from %d on",
                    number,
                    bytesSent);
            bytesSent += message.remaining();
        } else {
            boolean asking = kind == PacketKind.SYN && asks;
            judge.ask(
                    Invariant.MEANT,
                    message.remaining() == (asking ? ASKING_BYTES : 1),
                    asking ? "message %d asks with %d bytes" : "message %d has a rest of no meaning: %d bytes",
                    number,
                    message.remaining());
        }
        if (kind == PacketKind.FIN) {
            endSent = number;
            judge.ask(
                    Invariant.END_WHEN_FINISHED,
                    finished && bytesSent == program.said(),
                    finished ? "it was said behind %d of %d bytes" : "it was said, and the program has not finished",
                    bytesSent,
                    program.said());
        }
    }
}
