package org.sockrates.shell.session;

import java.net.InetAddress;
import java.util.List;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.transport.Family;
import org.sockrates.transport.text.HostText;

/** The loopback interface, with nothing between the ends. */
public final class LoopbackPlace implements Place {
    @Override
    public String path() {
        return LoopbackPath.NAME;
    }

    @Override
    public InetAddress here(Family family) {
        return HostText.loopback(family);
    }

    @Override
    public InetAddress there(Family family) {
        return HostText.loopback(family);
    }

    @Override
    public List<String> hosts() {
        return List.of("localhost", "127.0.0.1", "::1");
    }
}
