package org.sockrates.wire;

import java.util.ArrayList;
import java.util.List;

/** Those who are told of every packet. Within the lock of the mirror's links only; telling nobody costs nothing. */
final class Observers {
    private final List<WireObserver> all = new ArrayList<>();

    void add(WireObserver observer) {
        all.add(observer);
    }

    void remove(WireObserver observer) {
        all.remove(observer);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void sent(WirePacket packet) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).sent(packet);
        }
    }

    void arrived(WirePacket packet) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).arrived(packet);
        }
    }
}
