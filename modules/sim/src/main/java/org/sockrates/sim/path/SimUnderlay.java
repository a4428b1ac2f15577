package org.sockrates.sim.path;

import java.util.Optional;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.rdt.socket.Machine;
import org.sockrates.transport.rdt.socket.Port;
import org.sockrates.transport.rdt.socket.Turnstile;
import org.sockrates.transport.rdt.socket.Underlay;

/** A simulated net, for sockets that stand on it. */
final class SimUnderlay implements Underlay {
    /** What a call costs its program: as much as a system call of a real machine, about. */
    private static final long CALL_NANOS = 2_000;

    private final Net net;
    private final Optional<Machine> system;

    /** @param system answers for ports that nobody has */
    SimUnderlay(Net net, Optional<Machine> system) {
        this.net = net;
        this.system = system;
    }

    @Override
    public NanoClock clock() {
        return net.world()::nowNanos;
    }

    @Override
    public void callBegins() {
        net.world().pass(CALL_NANOS);
    }

    @Override
    public Turnstile turnstile() {
        return new WorldTurnstile(net.world());
    }

    @Override
    public Port open(Family family, Port.Above above) {
        return new SimPort(net, above, system);
    }
}
