package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Forgery;
import org.sockrates.transport.rdt.Numbers;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** The host of one end: calls it, does what it wants, and asks after every call whether all that must hold does. */
final class End implements Outside {
    private final Scene scene;
    private final Judge judge;
    private final Guest<ProtocolEnd> guest;
    private final Way way;
    private final Wire wire;
    private final Program program;
    private final WatchedTimeout timeout;
    private final SenderWatch sender;
    private final ReceiverWatch receiver;
    private final Trust trust;
    private final Handed handed = new Handed();
    private final Packet packet = new Packet();
    private final WatchedAlarm alarm;
    private @Nullable End other;

    private int transmitted;
    private int delivered;
    private boolean mayAct;
    private boolean refused;

    End(
            Scene scene,
            Way way,
            Wire wire,
            Program program,
            Messages says,
            BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker) {
        this.scene = scene;
        judge = scene.judge;
        guest = new Guest<>(judge);
        this.way = way;
        this.wire = wire;
        alarm = new WatchedAlarm(scene, this::rings);
        this.program = program;
        timeout = new WatchedTimeout(scene.plan.timeout());
        sender = new SenderWatch(scene, says, timeout);
        receiver = new ReceiverWatch(scene);
        trust = new Trust(judge, guest);
        ProtocolSettings settings = new ProtocolSettings(
                scene.plan.number(), scene.plan.window(), Numbers.ALL, scene.plan.first(), timeout);
        guest.make("its constructor", () -> maker.apply(settings, this));
    }

    void towards(End there) {
        other = there;
    }

    void begin() {
        program.begin(this::goOn);
        goOn();
    }

    // --- what happens -----------------------------------------------------------------------------------------------

    void arrived(Arrival arrival) {
        Forgery forgery = arrival.forgery;
        if (forgery != null) {
            trust.before(forgery);
        }
        begin(Call.ARRIVED);
        boolean readable = (arrival.readable || forgery != null) && scene.readsPackets();
        mayAct = !readable || arrival.isSound();
        sender.dataCame(readable && arrival.data);
        if (readable && arrival.isSound()) {
            if (forgery != null) {
                receiver.cameForged(arrival);
                sender.cameForged(arrival);
            } else if (arrival.data) {
                receiver.came(arrival);
            } else {
                sender.acknowledged(arrival);
            }
        }
        long wakeBefore = alarm.nanos();
        perform(Call.ARRIVED, end -> end.arrived(handed.hand(arrival.bytes), scene.now()));
        if (readable && !arrival.isSound()) {
            judge.ask(
                    ignored(arrival),
                    transmitted == 0 && delivered == 0 && alarm.nanos() == wakeBefore,
                    "it led to %d packets and %d messages",
                    transmitted,
                    delivered);
        }
        trust.after(sender.isFull());
        end(Call.ARRIVED);
        goOn();
    }

    /** What does not hold where a packet changes something that must not. */
    private static Invariant ignored(Arrival arrival) {
        return arrival.forgery != null
                ? Forger.rule(arrival.forgery)
                : arrival.damaged ? Invariant.DAMAGE_IGNORED : Invariant.STRANGER_IGNORED;
    }

    /** How it stands, for who forges. */
    Aim aim() {
        int taken = receiver.taken();
        return new Aim(true, sender.sent(), sender.oldest(), taken, taken, sender.told(), false, Aim.NONE);
    }

    private void rings() {
        step(Step.Kind.RINGS, "timeout");
        begin(Call.TIMEOUT);
        perform(Call.TIMEOUT, end -> end.timeout(scene.now()));
        end(Call.TIMEOUT);
        goOn();
    }

    private void roomAgain() {
        begin(Call.ROOM_AGAIN);
        perform(Call.ROOM_AGAIN, end -> end.roomAgain(scene.now()));
        end(Call.ROOM_AGAIN);
        goOn();
    }

    /** The program says what it has to say, as long as there is room. */
    private void goOn() {
        while (program.hasMore() && judge.isContent()) {
            judge.now(scene.now());
            if (!guest.answer("hasRoom", ProtocolEnd::hasRoom, false)) {
                if (scene.textbook != null) {
                    sender.refused();
                }
                if (!refused) {
                    refused = true;
                    sendWithoutRoom();
                }
                return;
            }
            step(Step.Kind.SENDS, "send " + program.said());
            begin(Call.SEND);
            ByteBuffer message = handed.hand(program.nextMessage());
            program.saidIt();
            sender.begin(Call.SEND, program.said());
            perform(Call.SEND, end -> end.send(message, scene.now()));
            end(Call.SEND);
        }
    }

    private void sendWithoutRoom() {
        begin(Call.SEND);
        mayAct = false;
        ByteBuffer message = handed.hand(program.nextMessage());
        guest.performRefused(
                Invariant.ROOM_NEEDED,
                "send",
                " took a message, and hasRoom had said no",
                end -> end.send(message, scene.now()));
        judge.ask(Invariant.ROOM_NEEDED, transmitted == 0, "it sent %d packets nevertheless", transmitted);
        handed.takeBack();
    }

    // --- a call and what is asked after it --------------------------------------------------------------------------

    private void begin(Call what) {
        judge.now(scene.now());
        transmitted = 0;
        delivered = 0;
        mayAct = what.isEvent();
        timeout.call();
        sender.begin(what, program.said());
        receiver.begin(program.room());
    }

    private void perform(Call what, Consumer<ProtocolEnd> deed) {
        guest.perform(what, what == Call.SEND ? Invariant.ROOM_MEANT : Invariant.NO_THROW, deed);
    }

    private void end(Call ended) {
        judge.ask(Invariant.BYTES_UNTOUCHED, handed.takeBack(), "the bytes it was handed were changed");
        if (!judge.isContent()) {
            return;
        }
        boolean acknowledged = isAllAcknowledged();
        judge.ask(
                Invariant.TOLD_TRUE,
                !acknowledged || there().program.heard() == program.said(),
                "all is acknowledged, %d of %d messages were delivered",
                there().program.heard(),
                program.said());
        judge.ask(Invariant.TIMER_RUNS, acknowledged || alarm.isSet(), "no timer runs");
        if (scene.textbook != null) {
            judge.ask(Invariant.TIMER_RESTS, !acknowledged || !alarm.isSet(), "a timer runs");
            sender.end(ended, alarm.nanos());
            receiver.end();
        }
    }

    private End there() {
        return Objects.requireNonNull(other);
    }

    boolean isAllAcknowledged() {
        return guest.answer("allAcknowledged", ProtocolEnd::allAcknowledged, false);
    }

    Program program() {
        return program;
    }

    boolean hasTimer() {
        return alarm.isSet();
    }

    // --- what the end can do ----------------------------------------------------------------------------------------

    @Override
    public void transmit(ByteBuffer bytes) {
        acts("a packet was sent");
        transmitted++;
        wire.judge(bytes, transmitted);
        if (!judge.isContent()) {
            throw new StormException();
        }
        boolean whole = scene.isPacket(bytes, packet);
        if (scene.readsPackets()) {
            watch(whole);
        }
        PacketKind kind = whole && packet.type() == Packet.Type.ACK ? PacketKind.ACK : PacketKind.DATA;
        wire.put(bytes, kind, whole, packet);
    }

    private void watch(boolean whole) {
        judge.ask(Invariant.WELL_FORMED, whole, "it is none");
        if (!whole) {
            return;
        }
        judge.ask(
                Invariant.OF_THIS_CONNECTION,
                packet.connection() == scene.plan.number(),
                "connection %d",
                packet.connection());
        if (!mayAct) {
            return;
        }
        switch (packet.type()) {
            case DATA -> sender.sent(packet, guest.call());
            case ACK -> receiver.answered(packet, guest.call(), program.room());
            case RESET -> judge.ask(Invariant.WELL_FORMED, false, "nobody resets this connection");
        }
    }

    @Override
    public void deliver(ByteBuffer message) {
        acts("a message was delivered");
        delivered++;
        scene.note(scene.now() + message.remaining());
        step(Step.Kind.DELIVERS, "deliver " + program.heard());
        trust.delivers(message);
        program.hear(message, there().program.said());
        receiver.delivered();
        program.keep(this::roomAgain);
    }

    @Override
    public int room() {
        return program.room();
    }

    @Override
    public void wakeAt(long nanos) {
        if (nanos != NEVER) {
            acts("a timer was set");
        }
        alarm.wakeAt(nanos);
    }

    private void acts(String what) {
        judge.ask(Invariant.ASKED_FIRST, guest.call().isEvent(), what);
    }

    private void step(Step.Kind kind, String label) {
        scene.step(kind, way, label, "");
    }
}
