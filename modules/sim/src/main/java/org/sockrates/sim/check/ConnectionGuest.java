package org.sockrates.sim.check;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sockrates.transport.rdt.Connection;

/** One end of a connection as a {@link Guest}, and how it stands. */
final class ConnectionGuest {
    private static final String ASKED = Call.ASKED.word();

    private final Guest<Connection> guest;
    private Standing standing = Standing.NEW;

    ConnectionGuest(Judge judge) {
        guest = new Guest<>(judge);
    }

    void make(Supplier<Connection> maker) {
        guest.make(Call.MADE.word(), maker);
        look();
    }

    boolean isThere() {
        return guest.isThere();
    }

    /** It is forgotten; how it stood last is remembered. */
    void leave() {
        guest.leave();
    }

    /** What it is doing now. */
    Call call() {
        return guest.call();
    }

    /** How it stood when the last call had returned. */
    Standing standing() {
        return standing;
    }

    /** Tells it what happens, and looks how it stands then. */
    void perform(Call what, Consumer<Connection> deed) {
        guest.perform(what, Invariant.NO_THROW, deed);
        look();
    }

    /** Has it refuse what it must refuse. */
    void performRefused(Consumer<Connection> send) {
        guest.performRefused(Invariant.FINISHED, "it", " took what was sent", send);
    }

    long lingerNanos() {
        return guest.answer(ASKED, known -> Math.max(0, known.lingerNanos()), 0L);
    }

    private void look() {
        standing = guest.answer(ASKED, Standing::of, standing);
    }

    /** Asks what may throw; then the answer is the other one. */
    <A> A ask(Supplier<A> question, A otherwise) {
        return guest.ask(ASKED, question, otherwise);
    }
}
