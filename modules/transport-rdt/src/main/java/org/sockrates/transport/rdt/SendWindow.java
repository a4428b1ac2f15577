package org.sockrates.transport.rdt;

/** The packets that are outstanding, oldest first, in a ring that is made once. */
final class SendWindow {
    private final Outstanding[] ring;
    private int first;
    private int size;

    SendWindow(int most) {
        ring = new Outstanding[most];
        for (int i = 0; i < most; i++) {
            ring[i] = new Outstanding();
        }
    }

    int size() {
        return size;
    }

    /** The one so many places behind the oldest. */
    Outstanding at(int place) {
        return ring[(first + place) % ring.length];
    }

    /** A place behind the newest; only when there is one. */
    Outstanding add() {
        return ring[(first + size++) % ring.length];
    }

    /** Forgets the oldest. */
    void slide() {
        first = (first + 1) % ring.length;
        size--;
    }
}
