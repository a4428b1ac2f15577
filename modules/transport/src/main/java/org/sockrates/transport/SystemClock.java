package org.sockrates.transport;

/** The machine's own monotonic clock. The only class that hands it over. */
public final class SystemClock implements NanoClock {
    public static final SystemClock INSTANCE = new SystemClock();

    private SystemClock() {}

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
