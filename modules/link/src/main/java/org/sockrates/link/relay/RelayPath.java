package org.sockrates.link.relay;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Overflows;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.transport.Family;
import org.sockrates.transport.Traits;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.HostText;

/**
 * A hop in user space on the loopback of any system: a {@link UdpRelay} before the server of a transport
 * that travels in datagrams, a {@link TcpRelay} before any other.
 */
public final class RelayPath implements Path {
    /** The word people type for it. */
    public static final String NAME = "relay";

    private final Overflows overflows;

    /** Where nobody tells what full receive buffers cost. */
    public RelayPath() {
        this(Overflows.UNTOLD);
    }

    /** @param overflows of this machine's sockets, those of the relays among them */
    public RelayPath(Overflows overflows) {
        this.overflows = overflows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> refusal(Traits traits, LinkSpec link) {
        return traits.inDatagrams() ? Optional.empty() : TcpRelay.refusal("tcp", link);
    }

    /** Refuses a link where there is a reason to. */
    static void refuse(Optional<String> reason) {
        reason.ifPresent(why -> {
            throw new UsageException("link: " + why);
        });
    }

    @Override
    public Passage open(Traits traits, LinkSpec link) {
        refuse(refusal(traits, link));
        RelayMaker maker = (server, wanted, heads) -> {
            InetSocketAddress anyPort = new InetSocketAddress(HostText.loopback(Family.of(server.getAddress())), 0);
            return traits.inDatagrams()
                    ? new UdpRelay(
                            RelaySettings.of("udp", anyPort, server), wanted, RealTimePassage.CLOCK, heads, overflows)
                    : new TcpRelay(RelaySettings.of("tcp", anyPort, server), wanted, RealTimePassage.CLOCK);
        };
        return new RealTimePassage(
                Optional.of(new PassageRelays(maker, link, wanted -> refusal(traits, wanted))), overflows);
    }
}
