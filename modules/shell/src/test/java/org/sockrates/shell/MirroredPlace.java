package org.sockrates.shell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sockrates.shell.session.Place;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.text.HostText;
import org.sockrates.transport.udp.UdpTransport;

/** Loopback as if a wire lay between its ends: of IPv4 servers are at 127.0.0.1, and clients reach them at 127.0.0.2. */
public final class MirroredPlace implements Place {
    /** A session there, which calls wait long enough for. */
    public static Session session() {
        Map<String, Transport> transports = Map.of("tcp", new TcpTransport(), "udp", new UdpTransport());
        SessionFiles files = SessionFiles.anywhere(Path.of(""));
        return new Session(transports, files, new MirroredPlace(), Typing.NOON);
    }

    @Override
    public String path() {
        return "wire";
    }

    @Override
    public InetAddress here(Family family) {
        return HostText.loopback(family);
    }

    @Override
    public InetAddress there(Family family) throws IOException {
        return family == Family.AF_INET ? InetAddress.getByName("127.0.0.2") : HostText.loopback(family);
    }

    @Override
    public InetSocketAddress behind(InetSocketAddress reached) {
        return reached.getAddress().getHostAddress().equals("127.0.0.2")
                ? new InetSocketAddress(here(Family.AF_INET), reached.getPort())
                : reached;
    }

    @Override
    public List<String> hosts() {
        return List.of();
    }
}
