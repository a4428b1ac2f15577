package org.sockrates.transport;

import java.util.BitSet;

/** Hands out small numbers as a Unix process hands out descriptors: the lowest that is free, from 3 on. */
public final class SocketNumbers {
    private static final int FIRST = 3;

    private final BitSet taken = new BitSet();

    /** The lowest free number, taken from now on. */
    public synchronized int take() {
        int number = taken.nextClearBit(FIRST);
        taken.set(number);
        return number;
    }

    /** Makes a number free again. */
    public synchronized void free(int number) {
        taken.clear(number);
    }
}
