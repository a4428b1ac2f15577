package org.sockrates.transport.text;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Comparator;
import org.sockrates.transport.UsageException;

/** IPv6 addresses as people type them (RFC 4291 §2.2), with {@code %interface} where one is needed (RFC 4007 §11). */
final class Ipv6Text {
    private Ipv6Text() {}

    /** @param bare the address without brackets; it has a colon, so that the JDK never takes it for a name */
    static InetAddress parse(String where, String text, String bare) {
        int percent = bare.indexOf('%');
        String number = percent < 0 ? bare : bare.substring(0, percent);
        if (!number.matches("[0-9a-fA-F:][0-9a-fA-F:.]{1,44}")
                || (percent >= 0 && !bare.substring(percent + 1).matches("[A-Za-z0-9_.-]{1,15}"))) {
            throw new UsageException(where, text, "an IPv6 address such as ::1");
        }
        InetAddress address;
        try {
            address = percent < 0 ? InetAddress.getByName(bare) : scoped(number, bare.substring(percent + 1));
        } catch (IOException notAnAddress) {
            throw new UsageException(
                    where, text, percent < 0 ? "an IPv6 address such as ::1" : "an interface that exists behind the %");
        }
        if (address.isLinkLocalAddress() && percent < 0) {
            throw new UsageException(
                    where, text, "its interface too, it is link-local: " + bare + "%" + anInterface(address));
        }
        return address;
    }

    /** Java by itself takes an interface's name only where that has an address of the kind, which lo has not. */
    private static InetAddress scoped(String number, String zone) throws IOException {
        NetworkInterface named = NetworkInterface.getByName(zone);
        InetAddress bare = InetAddress.getByName(number);
        return named != null && bare instanceof Inet6Address
                ? Inet6Address.getByAddress(null, bare.getAddress(), named.getIndex())
                : InetAddress.getByName(number + "%" + zone);
    }

    /** That which has the address, or one that has such; where none has, or nobody tells, the best known name. */
    private static String anInterface(InetAddress address) {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(each -> each.inetAddresses().anyMatch(Ipv6Text::needsInterface))
                    .min(Comparator.comparing(each -> !has(each, address)))
                    .map(NetworkInterface::getName)
                    .orElse("eth0");
        } catch (SocketException untold) {
            return "eth0";
        }
    }

    private static boolean has(NetworkInterface on, InetAddress address) {
        return on.inetAddresses().anyMatch(own -> Arrays.equals(own.getAddress(), address.getAddress()));
    }

    private static boolean needsInterface(InetAddress address) {
        return address instanceof Inet6Address && address.isLinkLocalAddress();
    }
}
