package org.sockrates.capture.packet;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sockrates.transport.CallText;

/** From where to where, with ports: one direction of a conversation. */
public record Flow(InetSocketAddress source, InetSocketAddress destination) {
    /** The other direction. */
    public Flow reversed() {
        return new Flow(destination, source);
    }

    /** One and the same for both directions: the one that comes from the lower end. */
    public Flow upward() {
        return isUpward() ? this : reversed();
    }

    /** Whether it comes from the lower end, by address and then by port. */
    public boolean isUpward() {
        int hosts = Arrays.compareUnsigned(bytes(source), bytes(destination));
        return hosts != 0 ? hosts < 0 : source.getPort() <= destination.getPort();
    }

    /** The same without ports. */
    public Flow hosts() {
        return new Flow(
                new InetSocketAddress(source.getAddress(), 0), new InetSocketAddress(destination.getAddress(), 0));
    }

    /** Nobody can make flows that all have one, as is easily done with that of their addresses: see {@link KeyBytes}. */
    @Override
    public int hashCode() {
        byte[] from = bytes(source);
        byte[] to = bytes(destination);
        ByteBuffer all = ByteBuffer.allocate(from.length + to.length + 2 * Short.BYTES);
        all.put(from).put(to).putShort((short) source.getPort()).putShort((short) destination.getPort());
        return new KeyBytes(all.flip()).hashCode();
    }

    private static byte[] bytes(InetSocketAddress address) {
        return address.getAddress().getAddress();
    }

    /** As tcpdump writes it: {@code 10.77.0.1.40122 > 10.77.0.2.7}. */
    @Override
    public String toString() {
        return host(source) + "." + source.getPort() + " > " + host(destination) + "." + destination.getPort();
    }

    /** An address alone, IPv6 shortened by RFC 5952. */
    public static String host(InetSocketAddress address) {
        return CallText.host(address.getAddress());
    }
}
