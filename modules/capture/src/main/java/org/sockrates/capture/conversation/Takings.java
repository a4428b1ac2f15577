package org.sockrates.capture.conversation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which call took which message, found one call after another: the next message that fits, in the order they were sent;
 * only if none does, one that was passed over before. What fits it is told.
 */
public final class Takings<M> {
    private final List<M> messages;
    private final IdentityHashMap<M, Noted> takers = new IdentityHashMap<>();
    private int next;

    public Takings(List<M> messages) {
        this.messages = messages;
    }

    /** Gives a call its message; false where there is none. */
    public boolean take(Noted call, Predicate<M> fits) {
        int found = find(next, messages.size(), fits);
        if (found < 0) {
            found = find(0, next, fits);
        }
        if (found >= 0) {
            takers.put(messages.get(found), call);
            next = Math.max(next, found + 1);
        }
        return found >= 0;
    }

    private int find(int from, int to, Predicate<M> fits) {
        for (int i = from; i < to; i++) {
            if (!takers.containsKey(messages.get(i)) && fits.test(messages.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The call that took a message, or null. */
    @Nullable
    public Noted taker(M message) {
        return takers.get(message);
    }
}
