package org.sockrates.sim.check;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Talk;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Conversation;
import org.sockrates.transport.rdt.ConversationSettings;
import org.sockrates.transport.rdt.RetransmissionTimeout;

/**
 * The host of one end of a connection, as docs/rdt.md has it: asks or listens, brings it what comes, and forgets it when it
 * is over; and asks after every call whether all that must hold does.
 */
final class Party {
    private static final int ROOM = 64;

    private final Scene scene;
    private final Judge judge;
    private final Connections subject;
    private final Way way;
    private final StreamProgram program;
    private final Errands errands;
    private final Speech speech;
    private final ConnectionGuest guest;
    private final Voice voice;
    private final Hearing hearing;
    private final Doorkeeper doorkeeper;
    private final WatchedAlarm alarm;
    private final Farewell farewell;
    private final Deceiver deceiver;
    private final RetransmissionTimeout timeout;
    private final Handed handed = new Handed();
    private final int bufferBytes;
    private @Nullable Party other;
    private @Nullable StandingWatch watch;

    private boolean resetCame;
    private boolean made;

    Party(Scene scene, Way way, Wire wire, Talk talk, StreamProgram program, Connections subject) {
        this.scene = scene;
        judge = scene.judge;
        this.subject = subject;
        this.way = way;
        this.program = program;
        errands = new Errands(scene, talk, this, program);
        speech = new Speech(scene, program, asks());
        guest = new ConnectionGuest(judge);
        alarm = new WatchedAlarm(scene, this::rings);
        voice = new Voice(scene, wire, guest, speech, errands, alarm);
        hearing = new Hearing(judge, this, voice);
        doorkeeper = new Doorkeeper(judge, wire, guest, subject.exchange());
        deceiver = new Deceiver(scene, this, guest, voice, doorkeeper, alarm, handed, asks());
        timeout = scene.plan.timeout();
        farewell = new Farewell(scene, this, guest, alarm, timeout);
        bufferBytes = Conversation.MOST_BYTES * Math.min(ROOM, talk.room());
    }

    void towards(Party there) {
        other = there;
        deceiver.towards(there);
        watch = new StandingWatch(judge, this, there, bufferBytes);
    }

    private StandingWatch watch() {
        return Objects.requireNonNull(watch);
    }

    private boolean asks() {
        return way == Way.UPSTREAM;
    }

    void begin() {
        if (asks()) {
            make();
            step(Step.Kind.SENDS, "open");
            perform(Call.OPEN, connection -> connection.open(scene.now()));
            goOn();
        }
    }

    private void make() {
        made = true;
        ConversationSettings settings = new ConversationSettings(
                subject.protocol(),
                scene.plan.number(),
                scene.plan.window(),
                bufferBytes,
                timeout,
                Voice.OPENING_NANOS,
                Voice.SILENCE_NANOS);
        guest.make(() -> subject.exchange().end(settings, voice));
        watch().after(Standing.NEW, standing(), null, alarm.nanos());
        errands.begin();
    }

    // --- what happens -----------------------------------------------------------------------------------------------

    void arrived(Arrival arrival) {
        if (farewell.hasVanished()) {
            return;
        }
        if (arrival.forgery != null) {
            deceiver.arrived(arrival, arrival.forgery);
            return;
        }
        judge.now(scene.now());
        boolean ours = arrival.readable && arrival.isSound();
        boolean asked = !asks() && ours && arrival.kind == PacketKind.SYN && arrival.number == scene.plan.number();
        if (!asks() && !made && doorkeeper.opens(arrival, asked)) {
            make();
        }
        boolean there = guest.isThere();
        if (there) {
            hear(arrival, ours);
        } else {
            judge.ask(
                    Invariant.LINGERS,
                    !ours || arrival.kind != PacketKind.FIN || !farewell.mustLinger(),
                    "END came again, and nobody was there to acknowledge it");
        }
        if (arrival.stranger || (!there && !asked)) {
            doorkeeper.refuse(arrival);
        }
        goOn();
    }

    private void hear(Arrival arrival, boolean ours) {
        if (ours) {
            speech.heard(arrival);
        }
        resetCame = ours && arrival.kind == PacketKind.RST;
        Standing before = guest.standing();
        long wakeBefore = alarm.nanos();
        Consumer<Connection> comes = connection -> {
            if (ours) {
                voice.hears(arrival.kind);
            }
            connection.arrived(handed.hand(arrival.bytes), scene.now());
        };
        perform(Call.ARRIVED, comes, () -> {
            judge.ask(Invariant.BYTES_UNTOUCHED, handed.takeBack(), "the bytes it was handed were changed");
            if (ours) {
                hearing.heard(arrival, before);
            } else {
                hearing.ignored(arrival, standing().equals(before) && alarm.nanos() == wakeBefore);
            }
        });
        resetCame = false;
    }

    private void rings() {
        step(Step.Kind.RINGS, "timeout");
        perform(Call.TIMEOUT, connection -> connection.timeout(scene.now()));
        goOn();
    }

    // --- a call and what is asked after it --------------------------------------------------------------------------

    /** Tells the connection what happens, and asks whether all still holds. */
    void perform(Call what, Consumer<Connection> deed) {
        perform(what, deed, () -> {});
    }

    /**
     * The same.
     *
     * @param look asks what is to be asked of this call before all the rest
     */
    void perform(Call what, Consumer<Connection> deed, Runnable look) {
        judge.now(scene.now());
        voice.begin();
        Standing before = guest.standing();
        boolean late = what == Call.TIMEOUT && !before.failed() && speech.isWaiting() && voice.isOtherSilent();
        guest.perform(what, deed);
        if (judge.isContent()) {
            judge.ask(Invariant.GIVES_UP, !late || standing().failed(), "it waits on");
            look.run();
        }
        if (judge.isContent()) {
            boolean givesUp =
                    what == Call.ABORT || (what == Call.TIMEOUT && standing().failed());
            judge.ask(
                    Invariant.RESET_FOR_A_REASON,
                    !givesUp || before.failed() || voice.resets() == 1,
                    "it was given up, and %d were said",
                    voice.resets());
            if (what == Call.RECEIVE) {
                askRoom(before);
            }
            watch().after(before, standing(), reason(what, before), alarm.nanos());
        }
    }

    private void askRoom(Standing before) {
        boolean again = room(before) == 0 && room(standing()) > 0 && !before.failed();
        judge.ask(
                Invariant.ROOM_TOLD,
                !again || voice.acknowledgements() == 1,
                "%d acknowledgements told of it (expected: 1)",
                voice.acknowledgements());
        judge.ask(
                Invariant.ACK_FOR_A_REASON,
                again || voice.acknowledgements() == 0,
                "an acknowledgement answers what is no data, and tells of no new room");
    }

    /** For how many messages there is room. */
    private int room(Standing standing) {
        return (bufferBytes - standing.availableBytes()) / Conversation.MOST_BYTES;
    }

    void performRefused(Consumer<Connection> deed) {
        voice.begin();
        guest.performRefused(deed);
        judge.ask(Invariant.FINISHED, voice.packets() == 0, "it led to %d packets", voice.packets());
    }

    private @Nullable Errno reason(Call call, Standing before) {
        if (call == Call.ABORT) {
            return Errno.ECONNABORTED;
        }
        if (call == Call.ARRIVED && resetCame) {
            return before.open() ? Errno.ECONNRESET : Errno.ECONNREFUSED;
        }
        return call == Call.TIMEOUT && voice.isOtherSilent() ? Errno.ETIMEDOUT : null;
    }

    /** Lets the program do what it can, and sees whether the connection may be forgotten. */
    void goOn() {
        errands.goOn();
        farewell.look();
    }

    void vanish() {
        farewell.vanish();
    }

    void step(Step.Kind kind, String label) {
        scene.step(kind, way, label, "");
    }

    // --- how it stands ----------------------------------------------------------------------------------------------

    Aim aim() {
        return deceiver.aim();
    }

    boolean isThere() {
        return guest.isThere();
    }

    Standing standing() {
        return guest.standing();
    }

    StreamProgram program() {
        return program;
    }

    Speech speech() {
        return speech;
    }

    boolean isFinished() {
        return errands.isFinished();
    }

    int saidThere() {
        return Objects.requireNonNull(other).program.said();
    }

    /** How many bytes of the other end's stream it has, read or not. */
    int receivedBytes() {
        return program.heard() + standing().availableBytes();
    }

    /** Whether it was given up here, by its program or because nobody answered. */
    boolean hasGivenUp() {
        return errands.hasGivenUp() || standing().failure() == Errno.ETIMEDOUT;
    }

    boolean wasMade() {
        return made;
    }

    /** Whether it was made, came to its end, and was forgotten. */
    boolean hasEnded() {
        return made && !guest.isThere();
    }

    boolean hasTimer() {
        return alarm.isSet();
    }
}
