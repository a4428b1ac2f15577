package org.sockrates.sim.check;

import org.sockrates.transport.rdt.ProtocolSettings;
import org.sockrates.transport.rdt.RetransmissionTimeout;

/** Told of one round trip in a flight, as by whoever times one packet at a time (RFC 6298 §3), or of none. */
final class OncePerFlight implements RetransmissionTimeout {
    private final RetransmissionTimeout timeout;
    private final int window;
    private final int most;
    private int told;

    private OncePerFlight(RetransmissionTimeout timeout, int window, int most) {
        this.timeout = timeout;
        this.window = window;
        this.most = most;
    }

    /** @param most round trips of so many packets, and of no more */
    static ProtocolSettings of(ProtocolSettings all, int most) {
        return new ProtocolSettings(
                all.connection(),
                all.window(),
                all.numbers(),
                all.firstNumber(),
                new OncePerFlight(all.timeout(), all.window(), most));
    }

    @Override
    public long nanos() {
        return timeout.nanos();
    }

    @Override
    public void measured(long nanos) {
        if (told < most && told++ % window == 0) {
            timeout.measured(nanos);
        }
    }

    @Override
    public void progressed(long atMostNanos) {
        timeout.progressed(atMostNanos);
    }

    @Override
    public void expired() {
        timeout.expired();
    }
}
