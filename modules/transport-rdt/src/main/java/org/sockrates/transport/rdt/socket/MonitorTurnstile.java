package org.sockrates.transport.rdt.socket;

import java.util.concurrent.TimeUnit;

/** Where threads wait in real time. Waiting makes no garbage. */
final class MonitorTurnstile implements Turnstile {
    private long count;

    @Override
    public synchronized long count() {
        return count;
    }

    @Override
    public synchronized void advance() {
        count++;
        notifyAll();
    }

    /** An interrupted thread does not wait, and stays interrupted. */
    @Override
    public synchronized void await(long seen, long nanos) {
        if (count == seen) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, nanos);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
