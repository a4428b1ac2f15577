package org.sockrates.transport;

import java.util.BitSet;
import java.util.function.IntSupplier;

/** Hands out small numbers as a Unix process hands out descriptors: the lowest that is free, from 3 on. */
public final class SocketNumbers {
    /** Below are stdin, stdout and stderr. */
    public static final int FIRST = 3;

    private final BitSet taken = new BitSet();
    private final IntSupplier least;

    public SocketNumbers() {
        this(() -> FIRST);
    }

    /** @param least where the search for a free number begins, asked each time on the thread that makes the socket */
    public SocketNumbers(IntSupplier least) {
        this.least = least;
    }

    /** The lowest free number, taken from now on. */
    public synchronized int take() {
        int number = taken.nextClearBit(least.getAsInt());
        taken.set(number);
        return number;
    }

    /** Makes a number free again. */
    public synchronized void free(int number) {
        taken.clear(number);
    }
}
