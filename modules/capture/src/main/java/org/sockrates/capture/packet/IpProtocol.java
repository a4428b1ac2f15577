package org.sockrates.capture.packet;

/** Numbers of what IP carries (IANA, Assigned Internet Protocol Numbers), as far as they are told apart here. */
public final class IpProtocol {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int ICMPV6 = 58;

    private IpProtocol() {}
}
