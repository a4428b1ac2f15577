package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.sim.check.schedule.Forgery;
import org.sockrates.transport.rdt.ProtocolEnd;

/** Looks whether one of two ends believes what is forged. */
final class Trust {
    private final Judge judge;
    private final Guest<ProtocolEnd> guest;
    private @Nullable Forgery forgery;
    private boolean hadRoom;
    private boolean hadAll;

    Trust(Judge judge, Guest<ProtocolEnd> guest) {
        this.judge = judge;
        this.guest = guest;
    }

    /** It is about to come. */
    void before(Forgery forged) {
        hadRoom = hasRoom();
        hadAll = hasAll();
        forgery = forged;
    }

    private boolean hasRoom() {
        return guest.answer("hasRoom", ProtocolEnd::hasRoom, false);
    }

    private boolean hasAll() {
        return guest.answer("allAcknowledged", ProtocolEnd::allAcknowledged, false);
    }

    /** A message is delivered. */
    void delivers(ByteBuffer message) {
        if (forgery != null) {
            judge.ask(Forger.rule(forgery), false, "it took %d bytes that nobody sent", message.remaining());
        } else if (Forger.isForged(message)) {
            judge.ask(
                    Invariant.TAKES_WITHIN_THE_WINDOW,
                    false,
                    "it kept %d bytes that nobody sent, and delivers them now",
                    message.remaining());
        }
    }

    /**
     * It has come.
     *
     * @param full whether by no reading of the other end's window there is room for one more
     */
    void after(boolean full) {
        Forgery believed = forgery;
        forgery = null;
        if (believed == null) {
            return;
        }
        Invariant rule = Forger.rule(believed);
        judge.ask(rule, hadAll || !hasAll(), "it takes everything for acknowledged now");
        judge.ask(rule, hadRoom || !full || !hasRoom(), "its window was full, and has room now");
    }
}
