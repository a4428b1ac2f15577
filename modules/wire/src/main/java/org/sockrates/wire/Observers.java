package org.sockrates.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.sockrates.transport.Uncaught;

/** Those who are told of every packet. Within the lock of the mirror's links only; telling nobody costs nothing. */
final class Observers<T> {
    private final List<T> all = new ArrayList<>();

    void add(T observer) {
        all.add(observer);
    }

    void remove(T observer) {
        all.remove(observer);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** One of them may leave meanwhile, as one that throws has to. */
    <P> void tell(BiConsumer<T, P> call, P packet) {
        int next = 0;
        while (next < all.size()) {
            T observer = all.get(next);
            tell(observer, call, packet);
            if (next < all.size() && all.get(next) == observer) {
                next++;
            }
        }
    }

    /** What it throws is no fault of the wire's, which goes on, and would come again with each packet. */
    private <P> void tell(T observer, BiConsumer<T, P> call, P packet) {
        try {
            call.accept(observer, packet);
        } catch (RuntimeException fault) {
            remove(observer);
            Uncaught.tell(fault);
        }
    }
}
