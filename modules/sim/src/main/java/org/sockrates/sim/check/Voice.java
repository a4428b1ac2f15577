package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.Packet;

/** The line and the timer of one end of a connection: hears what it says, and asks whether it may. */
final class Voice implements Line {
    static final long OPENING_NANOS = Duration.ofSeconds(10).toNanos();
    static final long SILENCE_NANOS = Duration.ofSeconds(20).toNanos();

    private final Scene scene;
    private final Judge judge;
    private final Wire wire;
    private final ConnectionGuest guest;
    private final Speech speech;
    private final Errands errands;
    private final WatchedAlarm alarm;
    private final Packet packet = new Packet();
    private int packets;
    private int acknowledgements;
    private int resets;
    private boolean messageCame;
    private boolean resetCame;
    private int told;
    private long heardNanos;

    Voice(Scene scene, Wire wire, ConnectionGuest guest, Speech speech, Errands errands, WatchedAlarm alarm) {
        this.scene = scene;
        judge = scene.judge;
        this.wire = wire;
        this.guest = guest;
        this.speech = speech;
        this.errands = errands;
        this.alarm = alarm;
    }

    /** A call begins. */
    void begin() {
        packets = 0;
        acknowledgements = 0;
        resets = 0;
        messageCame = false;
        resetCame = false;
    }

    /** A whole packet of the connection has come. */
    void hears(PacketKind kind) {
        resetCame = kind == PacketKind.RST;
        messageCame = !resetCame && kind != PacketKind.ACK;
        heardNanos = scene.now();
    }

    /** One has come that it must ignore: what it answers is looked at when the call has returned. */
    void hearsForged() {
        messageCame = true;
    }

    // --- what was said in this call ---------------------------------------------------------------------------------

    int packets() {
        return packets;
    }

    int acknowledgements() {
        return acknowledgements;
    }

    int resets() {
        return resets;
    }

    /** Before which number it has said that all came. */
    int told() {
        return told;
    }

    /** Whether the other end has been silent for so long that nobody need wait for it. */
    boolean isOtherSilent() {
        return scene.now() - heardNanos >= (guest.standing().open() ? SILENCE_NANOS : OPENING_NANOS);
    }

    // --- what a connection can do -----------------------------------------------------------------------------------

    @Override
    public void transmit(ByteBuffer bytes) {
        judge.ask(Invariant.ASKED_FIRST, guest.call().isEvent(), "a packet was sent");
        packets++;
        wire.judge(bytes, packets);
        judge.ask(Invariant.WELL_FORMED, scene.isPacket(bytes, packet), "it is none");
        if (judge.isContent()) {
            says(Speech.kind(packet));
        }
        if (!judge.isContent()) {
            throw new StormException();
        }
        wire.put(bytes, Speech.kind(packet), true, packet);
    }

    private void says(PacketKind kind) {
        judge.ask(
                Invariant.OF_THIS_CONNECTION,
                packet.connection() == scene.plan.number(),
                "connection %d",
                packet.connection());
        judge.ask(Invariant.RESET_UNANSWERED, !resetCame, "it led to a packet");
        Standing standing = guest.standing();
        judge.ask(Invariant.SILENT_WHEN_FAILED, !standing.failed(), "a packet was sent");
        judge.ask(
                Invariant.SILENT_WHEN_OVER,
                !standing.over() || kind == PacketKind.ACK,
                "a packet was sent that acknowledges nothing");
        Call call = guest.call();
        if (kind == PacketKind.ACK) {
            acknowledgements++;
            told = Math.max(told, packet.next() - scene.plan.first());
            judge.ask(
                    Invariant.ACK_FOR_A_REASON,
                    messageCame || call == Call.RECEIVE, // that it tells of room is asked when the call has returned
                    "an acknowledgement answers what is no data");
        } else if (kind == PacketKind.RST) {
            resets++;
            judge.ask(
                    Invariant.RESET_FOR_A_REASON,
                    resets == 1 && (call == Call.ABORT || (call == Call.TIMEOUT && isOtherSilent())),
                    resets == 1 ? "nobody gave it up" : "it was said twice");
        } else {
            heardNanos = speech.isOutstanding() ? heardNanos : scene.now();
            speech.sent(packet, errands.offered(), errands.isFinished());
        }
    }

    @Override
    public void wakeAt(long nanos) {
        judge.ask(Invariant.ASKED_FIRST, nanos == NEVER || guest.call().isEvent(), "a timer was set");
        alarm.wakeAt(nanos);
    }
}
