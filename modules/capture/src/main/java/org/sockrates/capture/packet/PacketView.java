package org.sockrates.capture.packet;

import java.nio.ByteBuffer;

/**
 * A whole IP packet where it lies: which family, what it carries, and the views of both. Made once and pointed at one
 * packet after another; it allocates nothing, copies nothing and moves no position. One thread at a time.
 */
public final class PacketView {
    /** What can be read of a packet. */
    public enum Carries {
        TCP,
        UDP,
        ICMP,
        /** IP, and behind its header something else, a later fragment, less than a header, or one that cannot be. */
        OTHER,
        /** No IP header. */
        NOTHING
    }

    private final Ipv4View ipv4 = new Ipv4View();
    private final Ipv6View ipv6 = new Ipv6View();
    private final TcpView tcp = new TcpView();
    private final UdpView udp = new UdpView();
    private final IcmpView icmp = new IcmpView();
    private boolean six;
    private Carries carries = Carries.NOTHING;

    /** Points it at a packet that is in the buffer from end to end. */
    public Carries wrap(ByteBuffer bytes, int offset, int packetBytes) {
        return wrap(bytes, offset, packetBytes, packetBytes);
    }

    /**
     * Points it at a packet of which perhaps only the beginning was kept.
     *
     * @param capturedBytes how many of the packet's bytes are in the buffer
     * @param originalBytes how many there were on the link
     * @return what can be read: {@link #tcp()} for {@code TCP}, and so on
     */
    public Carries wrap(ByteBuffer bytes, int offset, int capturedBytes, int originalBytes) {
        boolean four = ipv4.wrap(bytes, offset, capturedBytes, originalBytes);
        six = !four && ipv6.wrap(bytes, offset, capturedBytes, originalBytes);
        carries = four || six ? payload(bytes) : Carries.NOTHING;
        return carries;
    }

    private Carries payload(ByteBuffer bytes) {
        if (fragmentOffset() > 0) {
            return Carries.OTHER;
        }
        int at = payloadOffset();
        int captured = payloadCaptured();
        int length = payloadBytes();
        int protocol = protocol();
        if (protocol == IpProtocol.TCP && tcp.wrap(bytes, at, captured, length)) {
            return Carries.TCP;
        }
        if (protocol == IpProtocol.UDP && udp.wrap(bytes, at, captured, length, six)) {
            return Carries.UDP;
        }
        boolean control = protocol == (six ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
        return control && icmp.wrap(bytes, at, captured, length) ? Carries.ICMP : Carries.OTHER;
    }

    public Carries carries() {
        return carries;
    }

    /** 4 or 6. */
    public int version() {
        return six ? 6 : 4;
    }

    Ipv4View ipv4() {
        return ipv4;
    }

    public TcpView tcp() {
        return tcp;
    }

    public UdpView udp() {
        return udp;
    }

    public IcmpView icmp() {
        return icmp;
    }

    /** Whether it is an ICMP error, which quotes the packet it is about (RFC 1122 §3.2.2, RFC 4443 §2.1). */
    public boolean isError() {
        return carries == Carries.ICMP && (six ? icmp.type() < 128 : isErrorOf4(icmp.type()));
    }

    /** Unreachable, source quench, redirect, time exceeded, parameter problem (RFC 792). */
    private static boolean isErrorOf4(int type) {
        return switch (type) {
            case 3, 4, 5, 11, 12 -> true;
            default -> false;
        };
    }

    /** The packet's length on the link, from its first header on. */
    public int totalBytes() {
        return six ? ipv6.totalBytes() : ipv4.totalBytes();
    }

    /** What is carried, see {@link IpProtocol}. */
    public int protocol() {
        return six ? ipv6.protocol() : ipv4.protocol();
    }

    public boolean moreFragments() {
        return six ? ipv6.moreFragments() : ipv4.moreFragments();
    }

    public int fragmentOffset() {
        return six ? ipv6.fragmentOffset() : ipv4.fragmentOffset();
    }

    /** How many bytes of what all fragments carry are extension headers, in a fragment. */
    int headersOfFragment() {
        return six ? ipv6.headersBehindFragment() : 0;
    }

    /** What all fragments of one packet have in common; over IPv6 only where it is one. */
    public int identification() {
        return six ? ipv6.identification() : ipv4.identification();
    }

    /** Where what is carried begins. */
    public int payloadOffset() {
        return six ? ipv6.payloadOffset() : ipv4.payloadOffset();
    }

    /** How long what is carried was on the link. */
    public int payloadBytes() {
        return six ? ipv6.payloadBytes() : ipv4.payloadBytes();
    }

    /** How much of what is carried is in the buffer. */
    public int payloadCaptured() {
        return six ? ipv6.payloadCaptured() : ipv4.payloadCaptured();
    }

    /** What the length of the packet counts besides what all its fragments carry; this is the first. */
    int headersOfWhole() {
        return six ? ipv6.headerBytes() - Ipv6View.HEADER - Ipv6View.FRAGMENT_HEADER : ipv4.headerBytes();
    }

    /** Where the source address lies; the destination follows it. */
    public int addressesOffset() {
        return six ? ipv6.addressesOffset() : ipv4.addressesOffset();
    }

    /** 4 or 16. */
    public int addressBytes() {
        return six ? 16 : 4;
    }
}
