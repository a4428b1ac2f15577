package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SystemClock;

/** UDP of this machine, in real time. One thread looks after all ports while there are any. */
public final class UdpUnderlay implements Underlay {
    private final UdpLoop loop = new UdpLoop(SystemClock.INSTANCE);

    @Override
    public NanoClock clock() {
        return SystemClock.INSTANCE;
    }

    @Override
    public Turnstile turnstile() {
        return new MonitorTurnstile();
    }

    @Override
    public Port open(Family family, Port.Above above) throws IOException {
        return new UdpPort(family, above, loop, SystemClock.INSTANCE);
    }
}
