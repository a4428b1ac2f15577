package org.sockrates.transport.rdt;

/** The packets that are outstanding, oldest first, in a ring that is made once. */
final class SendWindow {
    private final Outstanding[] ring;
    private int first;
    private int size;
    private int peerTakes;

    SendWindow(int most) {
        ring = new Outstanding[most];
        for (int i = 0; i < most; i++) {
            ring[i] = new Outstanding();
        }
        peerTakes = most;
    }

    /** The other end says how many it can take. Of none it is asked again with one packet (RFC 9293 §3.8.6.1). */
    void peerTakes(int packets) {
        peerTakes = Math.max(1, packets);
    }

    boolean hasRoom() {
        return size < Math.min(ring.length, peerTakes);
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
