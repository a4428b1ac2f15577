package org.sockrates.bench.end;

import org.sockrates.link.rule.Way;
import org.sockrates.wire.WireObserver;
import org.sockrates.wire.WirePacket;

/** By how much packets arrived later than the link let them, on average, each way. Told under the wire's lock. */
final class Lateness implements WireObserver {
    private long upstreamNanos;
    private long upstream;
    private long downstreamNanos;
    private long downstream;

    @Override
    public void sent(WirePacket packet) {}

    @Override
    public void arrived(WirePacket packet) {
        long late = packet.arrivedNanos() - packet.dueNanos();
        if (packet.way() == Way.UPSTREAM) {
            upstreamNanos += late;
            upstream++;
        } else {
            downstreamNanos += late;
            downstream++;
        }
    }

    double meanMicros(Way way) {
        return way == Way.UPSTREAM
                ? upstreamNanos / 1e3 / Math.max(1, upstream)
                : downstreamNanos / 1e3 / Math.max(1, downstream);
    }
}
