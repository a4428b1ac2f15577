package org.sockrates.sim.check;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody's protocol or connection while it is there, called with care: what it throws is judged and goes no further. */
final class Guest<T> {
    private final Judge judge;
    private @Nullable T known;
    private Call call = Call.NOTHING;

    Guest(Judge judge) {
        this.judge = judge;
    }

    /** @param what throws, if something does */
    void make(String what, Supplier<T> maker) {
        guarded(Call.MADE, Invariant.NO_THROW, what, () -> known = maker.get());
    }

    boolean isThere() {
        return known != null;
    }

    /** It is forgotten. */
    void leave() {
        known = null;
    }

    /** What it is doing now. */
    Call call() {
        return call;
    }

    /**
     * Tells it what happens.
     *
     * @param unless what does not hold where it throws
     */
    void perform(Call what, Invariant unless, Consumer<T> deed) {
        T there = known;
        if (there != null) {
            guarded(what, unless, what.word(), () -> deed.accept(there));
        }
    }

    /**
     * Has it send what it must refuse.
     *
     * @param unless what does not hold where it does anything else
     * @param who sends, in words
     * @param took what it has done where it does not refuse
     */
    void performRefused(Invariant unless, String who, String took, Consumer<T> send) {
        T there = known;
        if (there == null) {
            return;
        }
        call = Call.SEND;
        try {
            send.accept(there);
            judge.ask(unless, false, who + took);
        } catch (IllegalStateException expected) {
            judge.ask(unless, true, "");
        } catch (RuntimeException | Error other) {
            judge.ask(unless, false, who + " threw " + Thrown.text(other));
        }
        call = Call.NOTHING;
    }

    /** Asks it how it stands; where it throws or is not there, the answer is the other one. */
    <A> A answer(String what, Function<T, A> question, A otherwise) {
        T there = known;
        return there == null ? otherwise : ask(what, () -> question.apply(there), otherwise);
    }

    /** Asks what may throw; then the answer is the other one. */
    <A> A ask(String what, Supplier<A> question, A otherwise) {
        return answerOf(Call.ASKED, Invariant.NO_THROW, what, question, otherwise);
    }

    private void guarded(Call what, Invariant unless, String who, Runnable deed) {
        answerOf(
                what,
                unless,
                who,
                () -> {
                    deed.run();
                    return true;
                },
                false);
    }

    private <A> A answerOf(Call what, Invariant unless, String who, Supplier<A> deed, A otherwise) {
        A answer = otherwise;
        call = what;
        try {
            answer = deed.get();
            judge.ask(unless, true, "");
        } catch (StormException storm) {
            // judged when it broke out
        } catch (RuntimeException | Error failure) {
            judge.ask(unless, false, who + " threw " + Thrown.text(failure));
        }
        call = Call.NOTHING;
        return answer;
    }
}
