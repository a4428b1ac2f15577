package org.sockrates.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.PacketHead;

/**
 * One IP packet on a wire, with what the link decided about it. Belongs to the wire, which uses it again for the next one:
 * whoever is shown it reads it at once and does not keep it.
 *
 * <p>On a wire both ends have the same address, 10.77.0.1, and each sees the other as 10.77.0.2. Here a client is always
 * 10.77.0.1 and a server 10.77.0.2, as the client sees it, whichever end tells.
 */
public final class WirePacket {
    static final int NOWHERE = -1;

    /** Where it lies among those that are received together; {@link #NOWHERE} for one that travels by itself. */
    final int place;

    /** From an IP header at 0 on, up to the limit. */
    final ByteBuffer buffer;

    final Sighting sighting = new Sighting();

    Way way = Way.UPSTREAM;
    boolean copy;
    boolean corrupted;
    long number;
    long numberOfKind;
    Verdict verdict = Verdict.PASSED;
    String rule = "";
    long sentNanos;
    long offeredNanos;
    long dueNanos;
    long arrivedNanos;
    long order;

    WirePacket(ByteBuffer buffer) {
        this(buffer, NOWHERE);
    }

    /** Lies at a place among those that were received together. */
    WirePacket(ByteBuffer buffer, int place) {
        this.buffer = buffer;
        this.place = place;
    }

    /** Takes over what the link decided. */
    void decided(Crossing crossing) {
        copy = crossing.copy();
        corrupted = crossing.corrupted();
        number = crossing.number();
        numberOfKind = crossing.numberOfKind();
        verdict = crossing.verdict();
        rule = crossing.rule();
        offeredNanos = crossing.offeredNanos();
        dueNanos = crossing.dropped() ? offeredNanos : crossing.dueNanos();
    }

    /**
     * Turns it round where it travels upstream, as its receiver is to have it, or back again; downstream it is that way
     * already.
     */
    void turn() {
        if (way == Way.UPSTREAM) {
            sighting.swapAddresses();
        }
    }

    /** It was thrown away in front of the link. */
    void refused(String reason) {
        copy = false;
        corrupted = false;
        number = 0;
        numberOfKind = 0;
        offeredNanos = sentNanos;
        drop(reason);
    }

    /** It was thrown away after the link had decided otherwise. */
    void drop(String reason) {
        verdict = Verdict.DROPPED;
        rule = reason;
        dueNanos = offeredNanos;
    }

    /** Becomes another packet's equal, of which these are the bytes. */
    void become(WirePacket other, ByteBuffer bytes) {
        int position = bytes.position();
        buffer.clear();
        buffer.put(bytes).flip();
        bytes.position(position);
        sighting.of(buffer, other.sighting);
        way = other.way;
        copy = other.copy;
        corrupted = other.corrupted;
        number = other.number;
        numberOfKind = other.numberOfKind;
        verdict = other.verdict;
        rule = other.rule;
        sentNanos = other.sentNanos;
        offeredNanos = other.offeredNanos;
        dueNanos = other.dueNanos;
    }

    /** The packet from its IP header on, position to limit; to be read only, and to be left as it is. */
    public ByteBuffer bytes() {
        return buffer;
    }

    /** From the client to the server, or back. For TCP the client is who sent the SYN, for UDP who sent first. */
    public Way way() {
        return way;
    }

    /** What a datagram says of itself, where somebody can read it. */
    public Optional<PacketHead> head() {
        return Optional.ofNullable(sighting.head());
    }

    /** Its number on its way, from 1 on. A copy has the number of its original. */
    public long number() {
        return number;
    }

    /** Its number among those of its kind on its way. */
    long numberOfKind() {
        return numberOfKind;
    }

    /** What became of it. */
    public Verdict verdict() {
        return verdict;
    }

    /** Orders as they were typed, then the words of the rules that hit it; empty when none did. */
    public String rule() {
        return rule;
    }

    /** Whether it is the extra one that the link made, which nobody sent. */
    public boolean copy() {
        return copy;
    }

    /** Whether the link flipped a bit of it, so that its receiver throws it away. */
    public boolean corrupted() {
        return corrupted;
    }

    /** When it was sent, on the wire's clock; one that was held at the gate was offered to the link later. */
    public long sentNanos() {
        return sentNanos;
    }

    /** When the link lets it arrive; when it was offered to the link, for a dropped packet. */
    public long dueNanos() {
        return dueNanos;
    }

    /** When it did arrive; only once it has. */
    public long arrivedNanos() {
        return arrivedNanos;
    }

    /** The client, as 10.77.0.1; port 0 where the packet shows none. Makes an object. */
    public InetSocketAddress client() {
        return way == Way.UPSTREAM ? end(true) : end(false);
    }

    /** The server, as 10.77.0.2; port 0 where the packet shows none. Makes an object. */
    public InetSocketAddress server() {
        return way == Way.UPSTREAM ? end(false) : end(true);
    }

    private InetSocketAddress end(boolean source) {
        int port = source ? sighting.sourcePort() : sighting.destinationPort();
        byte[] address = new byte[sighting.view.addressBytes()];
        buffer.get(sighting.view.addressesOffset() + (source ? 0 : address.length), address);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException neitherFourNorSixteen) {
            throw new IllegalStateException(neitherFourNorSixteen);
        }
    }
}
