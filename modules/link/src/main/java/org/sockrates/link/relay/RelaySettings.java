package org.sockrates.link.relay;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.sockrates.transport.CallText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.HostText;

/**
 * For whom a relay is, where it stands and how much it holds. There is no "0 means no limit": every limit is a number.
 *
 * @param transport the name of the one whose traffic passes
 * @param listen where clients connect to or send to; a loopback address; port 0 lets the system choose
 * @param target the server behind the relay; the wildcard is this machine, as the system takes it
 * @param mostPeers clients at a time; over UDP the one silent for longest makes room, over TCP further ones wait
 * @param mostStreamBytes held for one way of one connection before the relay stops reading it
 * @param mostLogged packets the log remembers
 * @param idleLimit a client over UDP that is silent so long is forgotten
 */
public record RelaySettings(
        String transport,
        InetSocketAddress listen,
        InetSocketAddress target,
        int mostPeers,
        int mostStreamBytes,
        int mostLogged,
        Duration idleLimit) {

    public RelaySettings {
        target = HostText.reached(target); // an answer comes from there
        if (listen.isUnresolved() || !listen.getAddress().isLoopbackAddress()) {
            throw new UsageException("relay", CallText.address(listen), "an address of this machine only: 127.0.0.1");
        }
        if (target.isUnresolved()) {
            throw new UsageException("relay", CallText.address(target), "an address that is known");
        }
        if (target.getPort() == 0) {
            throw new UsageException("relay", CallText.address(target), "a target with a port from 1 to 65535");
        }
        if (listen.equals(target)) {
            throw new UsageException("relay", CallText.address(target), "another address than its own");
        }
        if (mostPeers < 1 || mostStreamBytes < 1 || mostLogged < 1 || idleLimit.isZero() || idleLimit.isNegative()) {
            throw new UsageException("relay: every limit is 1 or more");
        }
    }

    /** At most 500 clients, 4 MiB for each way of a connection, 4096 packets in the log, 60 s of silence. */
    public static RelaySettings of(String transport, InetSocketAddress listen, InetSocketAddress target) {
        return new RelaySettings(transport, listen, target, 500, 4 << 20, 4096, Duration.ofSeconds(60));
    }

    public RelaySettings withMostPeers(int other) {
        return new RelaySettings(transport, listen, target, other, mostStreamBytes, mostLogged, idleLimit);
    }

    public RelaySettings withMostStreamBytes(int other) {
        return new RelaySettings(transport, listen, target, mostPeers, other, mostLogged, idleLimit);
    }

    public RelaySettings withMostLogged(int other) {
        return new RelaySettings(transport, listen, target, mostPeers, mostStreamBytes, other, idleLimit);
    }

    public RelaySettings withIdleLimit(Duration other) {
        return new RelaySettings(transport, listen, target, mostPeers, mostStreamBytes, mostLogged, other);
    }
}
