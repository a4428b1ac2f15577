package org.sockrates.sim.check;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.sim.check.schedule.Forgery;

/** Brings one end of a connection what is forged, and looks whether it believes it. */
final class Deceiver {
    private final Scene scene;
    private final Judge judge;
    private final Party party;
    private final ConnectionGuest guest;
    private final Voice voice;
    private final Doorkeeper doorkeeper;
    private final WatchedAlarm alarm;
    private final boolean asks;
    private final Handed handed;
    private @Nullable Party other;

    Deceiver(
            Scene scene,
            Party party,
            ConnectionGuest guest,
            Voice voice,
            Doorkeeper doorkeeper,
            WatchedAlarm alarm,
            Handed handed,
            boolean asks) {
        this.scene = scene;
        judge = scene.judge;
        this.party = party;
        this.guest = guest;
        this.voice = voice;
        this.doorkeeper = doorkeeper;
        this.alarm = alarm;
        this.handed = handed;
        this.asks = asks;
    }

    void towards(Party there) {
        other = there;
    }

    /** How the end stands that is to be deceived. */
    Aim aim() {
        Speech speech = party.speech();
        boolean awaitsOpen = asks ? guest.isThere() && !speech.hasOpenCome() : !party.wasMade();
        return new Aim(
                guest.isThere(),
                speech.sent(),
                speech.oldest(),
                voice.told(),
                speech.cameBefore(),
                speech.told(),
                awaitsOpen,
                Objects.requireNonNull(other).speech().endSent());
    }

    void arrived(Arrival arrival, Forgery forgery) {
        judge.now(scene.now());
        boolean there = guest.isThere();
        if (there) {
            hear(arrival, Forger.rule(forgery));
        } else if (!asks && !party.wasMade()) {
            doorkeeper.opens(arrival, false);
        }
        if (!there || arrival.stranger) {
            doorkeeper.refuse(arrival);
        }
        party.goOn();
    }

    private void hear(Arrival arrival, Invariant rule) {
        boolean early = asks && !party.speech().hasOpenCome() && arrival.kind != PacketKind.ACK;
        boolean ours = arrival.isSound() && !early;
        Standing before = guest.standing();
        long wakeBefore = alarm.nanos();
        party.perform(
                Call.ARRIVED,
                connection -> {
                    if (ours) {
                        voice.hears(arrival.kind);
                    } else {
                        voice.hearsForged();
                    }
                    connection.arrived(handed.hand(arrival.bytes), scene.now());
                },
                () -> {
                    judge.ask(Invariant.BYTES_UNTOUCHED, handed.takeBack(), "the bytes it was handed were changed");
                    boolean answered = ours && arrival.kind != PacketKind.ACK && !before.failed();
                    heard(rule, before, ours, answered);
                    judge.ask(rule, ours || alarm.nanos() == wakeBefore, "it changed a timer");
                });
    }

    private void heard(Invariant rule, Standing before, boolean ours, boolean answered) {
        Standing now = party.standing();
        boolean givenUp = now.failed() && !before.failed();
        judge.ask(ours ? Invariant.STANDS : rule, !givenUp, givenUp ? "it is given up for it: " + now.failure() : "");
        int taken = now.availableBytes() - before.availableBytes();
        judge.ask(rule, taken <= 0, "it took %d bytes that nobody sent", taken);
        judge.ask(rule, now.open() == before.open(), "the connection is open by it");
        judge.ask(rule, now.equals(before), "it changed how the connection stands");
        int most = answered ? 1 : 0;
        judge.ask(rule, voice.packets() <= most, "it led to %d packets (expected: %d)", voice.packets(), most);
        judge.ask(
                Invariant.ANSWERED,
                voice.acknowledgements() == most,
                "%d acknowledgements (expected: %d)",
                voice.acknowledgements(),
                most);
    }
}
