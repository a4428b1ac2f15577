package org.sockrates.sim.check;

import org.sockrates.link.rule.PacketKind;

/** Looks at what one end of a connection made of a packet that came: whether it was heeded, answered, ignored. */
final class Hearing {
    private final Judge judge;
    private final Party party;
    private final Voice voice;

    Hearing(Judge judge, Party party, Voice voice) {
        this.judge = judge;
        this.party = party;
        this.voice = voice;
    }

    /**
     * A packet of its own, and whole, has come.
     *
     * @param before how the connection stood
     */
    void heard(Arrival arrival, Standing before) {
        if (arrival.kind == PacketKind.RST) {
            reset(before);
        } else if (arrival.kind != PacketKind.ACK && !before.failed()) {
            Invariant invariant = arrival.kind == PacketKind.FIN
                    ? Invariant.END_ANSWERED
                    : party.isFinished() ? Invariant.HALF_CLOSED_HEARS : Invariant.ANSWERED;
            int answers = voice.acknowledgements();
            judge.ask(invariant, answers == 1, "%d acknowledgements (expected: 1)", answers);
        }
    }

    private void reset(Standing before) {
        judge.ask(Invariant.RESET_UNANSWERED, voice.packets() == 0, "it led to %d packets", voice.packets());
        boolean failed = party.standing().failed();
        if (before.over() && !before.failed()) {
            judge.ask(Invariant.RESET_TOO_LATE, !failed, "it failed when it was over");
        } else {
            judge.ask(Invariant.RESET_HEEDED, failed, "it goes on");
        }
    }

    /**
     * A damaged one has come, or another connection's.
     *
     * @param unchanged whether the connection and its timer stand as before
     */
    void ignored(Arrival arrival, boolean unchanged) {
        Invariant invariant = arrival.damaged
                ? Invariant.DAMAGE_IGNORED
                : arrival.kind == PacketKind.RST ? Invariant.RESET_OF_ANOTHER : Invariant.STRANGER_IGNORED;
        int packets = voice.packets();
        judge.ask(
                invariant,
                unchanged && packets == 0,
                unchanged ? "it led to %d packets" : "it changed how the connection stands",
                packets);
    }
}
