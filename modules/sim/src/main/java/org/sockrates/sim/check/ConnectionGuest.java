package org.sockrates.sim.check;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.Connection;

/** One end of a connection, as long as it is there, called with care: whatever it throws is judged, and goes no further. */
final class ConnectionGuest {
    private final Judge judge;
    private @Nullable Connection connection;
    private Standing standing = Standing.NEW;
    private Call call = Call.NOTHING;

    ConnectionGuest(Judge judge) {
        this.judge = judge;
    }

    void make(Supplier<Connection> maker) {
        guarded(Call.MADE, () -> {
            connection = maker.get();
        });
        look();
    }

    boolean isThere() {
        return connection != null;
    }

    /** It is forgotten; how it stood last is remembered. */
    void leave() {
        connection = null;
    }

    /** What it is doing now. */
    Call call() {
        return call;
    }

    /** How it stood when the last call had returned. */
    Standing standing() {
        return standing;
    }

    /** Tells it what happens, and looks how it stands then. */
    void perform(Call what, Consumer<Connection> deed) {
        Connection known = connection;
        if (known != null) {
            guarded(what, () -> deed.accept(known));
            look();
        }
    }

    /** Has it refuse what it must refuse. */
    void performRefused(Call what, Consumer<Connection> deed) {
        Connection known = connection;
        if (known == null) {
            return;
        }
        call = what;
        try {
            deed.accept(known);
            judge.ask(Invariant.FINISHED, false, "it took what was sent");
        } catch (IllegalStateException expected) {
            judge.ask(Invariant.FINISHED, true, "");
        } catch (RuntimeException | Error other) {
            judge.ask(Invariant.FINISHED, false, "it threw " + Thrown.text(other));
        }
        call = Call.NOTHING;
    }

    long lingerNanos() {
        Connection known = connection;
        return known == null ? 0 : guarded(Call.ASKED, () -> Math.max(0, known.lingerNanos()), 0L);
    }

    private void look() {
        Connection known = connection;
        if (known != null) {
            standing = guarded(Call.ASKED, () -> Standing.of(known), standing);
        }
    }

    private void guarded(Call what, Runnable deed) {
        guarded(
                what,
                () -> {
                    deed.run();
                    return what;
                },
                what);
    }

    /**
     * Asks what may throw.
     *
     * @param otherwise the answer where it did
     */
    <T> T guarded(Call what, Supplier<T> question, T otherwise) {
        T answer = otherwise;
        call = what;
        try {
            answer = question.get();
            judge.ask(Invariant.NO_THROW, true, "");
        } catch (StormException storm) {
            // judged when it broke out
        } catch (RuntimeException | Error failure) {
            judge.ask(Invariant.NO_THROW, false, what.word() + " threw " + Thrown.text(failure));
        }
        call = Call.NOTHING;
        return answer;
    }
}
