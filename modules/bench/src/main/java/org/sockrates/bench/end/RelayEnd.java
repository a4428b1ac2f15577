package org.sockrates.bench.end;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.Relay;
import org.sockrates.link.relay.RelaySettings;
import org.sockrates.link.relay.TcpRelay;
import org.sockrates.link.relay.UdpRelay;
import org.sockrates.transport.SystemClock;

/** Our relay with a perfect link, in a process of its own, until it is ended. */
final class RelayEnd implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        RelaySettings settings = RelaySettings.of(words.text("protocol"), Carriers.ANY_PORT, words.loopback("target"));
        try (Relay relay = words.udp()
                ? new UdpRelay(settings, LinkSpec.NONE, SystemClock.INSTANCE)
                : new TcpRelay(settings, LinkSpec.NONE, SystemClock.INSTANCE)) {
            End.reachable(relay.listen().getPort());
            while (true) {
                LockSupport.park();
            }
        }
    }
}
