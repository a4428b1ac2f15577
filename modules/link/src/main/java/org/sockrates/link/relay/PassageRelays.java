package org.sockrates.link.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.Transport;

/**
 * The relays of one passage, one before each server, all with the same link. The first has its seed, each further one luck of
 * its own: what is asked of one server after the other would else lose the same packets each time.
 */
final class PassageRelays implements LinkControl {
    private final RelayMaker maker;
    private final Function<LinkSpec, Optional<String>> refusing;
    private final Map<InetSocketAddress, Relay> relays = new LinkedHashMap<>();
    private volatile Function<ByteBuffer, Optional<PacketHead>> heads = datagram -> Optional.empty();
    private LinkSpec link;

    /** @param refusing says why relays of this kind cannot have a link */
    PassageRelays(RelayMaker maker, LinkSpec link, Function<LinkSpec, Optional<String>> refusing) {
        this.maker = maker;
        this.link = link;
        this.refusing = refusing;
    }

    /** The transport whose datagrams pass: relays read their heads from now on. */
    void passes(Transport transport) {
        heads = transport::head;
    }

    /** The relay before a server, if there is one already. */
    synchronized Optional<Relay> known(InetSocketAddress server) {
        return Optional.ofNullable(relays.get(server));
    }

    /** A new relay before a server. */
    synchronized Relay before(InetSocketAddress server) throws IOException {
        Relay relay = maker.before(server, link(link, relays.size()), datagram -> heads.apply(datagram));
        relays.put(server, relay);
        return relay;
    }

    synchronized List<Relay> all() {
        return List.copyOf(relays.values());
    }

    @Override
    public synchronized LinkSpec link() {
        return link;
    }

    @Override
    public Optional<String> refusal(LinkSpec wanted) {
        return refusing.apply(wanted);
    }

    @Override
    public synchronized void use(LinkSpec wanted) {
        RelayPath.refuse(refusal(wanted));
        int place = 0;
        for (Relay relay : relays.values()) {
            relay.use(link(wanted, place++));
        }
        link = wanted;
    }

    private static LinkSpec link(LinkSpec link, int place) {
        return place == 0
                ? link
                : link.withSeed(SplitMix64.part(link.seed(), place).nextLong());
    }
}
