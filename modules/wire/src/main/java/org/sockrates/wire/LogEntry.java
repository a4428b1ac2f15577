package org.sockrates.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.Hop;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.PacketHead;

/** What is remembered of one packet: enough to tell of it later, without keeping it. Used again for another. */
final class LogEntry {
    private static final int SIX = 16;

    /** Both addresses: in the first for IPv4, in all four for IPv6. */
    private long first;

    private long second;
    private long third;
    private long fourth;
    private int addressBytes;
    private int sourcePort;
    private int destinationPort;
    private Way way = Way.UPSTREAM;
    private int bytes;
    private long number;
    private long sentNanos;
    private long offeredNanos;
    private long dueNanos;
    private Verdict verdict = Verdict.PASSED;
    private String rule = "";
    private boolean corrupted;
    private @Nullable PacketHead head;

    void remember(WirePacket packet) {
        Sighting sighting = packet.sighting;
        addressBytes = sighting.view.addressBytes();
        first = sighting.addresses(0);
        if (addressBytes == SIX) {
            second = sighting.addresses(1);
            third = sighting.addresses(2);
            fourth = sighting.addresses(3);
        }
        sourcePort = sighting.sourcePort();
        destinationPort = sighting.destinationPort();
        way = packet.way;
        bytes = packet.buffer.remaining();
        number = packet.number;
        sentNanos = packet.sentNanos;
        offeredNanos = packet.offeredNanos;
        dueNanos = packet.dueNanos;
        verdict = packet.verdict;
        rule = packet.rule;
        corrupted = packet.corrupted;
        head = sighting.head();
    }

    PassedPacket packet() {
        Optional<PacketHead> said = Optional.ofNullable(head);
        return new PassedPacket(
                sentNanos, offeredNanos, dueNanos, way, hop(), bytes, number, verdict, rule, corrupted, said);
    }

    /** Both ends have the client's address; each sees the other at the server's. */
    private Hop hop() {
        byte[] both = ByteBuffer.allocate(2 * SIX)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
        boolean up = way == Way.UPSTREAM;
        InetAddress client = address(both, up ? 0 : addressBytes);
        InetAddress server = address(both, up ? addressBytes : 0);
        return new Hop(
                new InetSocketAddress(client, sourcePort),
                new InetSocketAddress(server, destinationPort),
                new InetSocketAddress(server, sourcePort),
                new InetSocketAddress(client, destinationPort));
    }

    private InetAddress address(byte[] both, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(both, from, from + addressBytes));
        } catch (UnknownHostException neitherFourNorSixteen) {
            throw new IllegalStateException(neitherFourNorSixteen);
        }
    }
}
