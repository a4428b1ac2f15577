package org.sockrates.capture.packet;

import java.net.InetSocketAddress;
import org.sockrates.transport.CallText;

/** From where to where, with ports: one direction of a conversation. */
public record Flow(InetSocketAddress source, InetSocketAddress destination) {
    /** The other direction. */
    public Flow reversed() {
        return new Flow(destination, source);
    }

    /** As tcpdump writes it: {@code 10.77.0.1.40122 > 10.77.0.2.7}. */
    @Override
    public String toString() {
        return dotted(source) + " > " + dotted(destination);
    }

    /** An address and a port as tcpdump writes them: {@code 10.77.0.2.7}, {@code fd00:77::2.7}. */
    static String dotted(InetSocketAddress address) {
        return host(address) + "." + address.getPort();
    }

    /** An address alone, IPv6 shortened by RFC 5952. */
    public static String host(InetSocketAddress address) {
        return CallText.host(address.getAddress());
    }
}
