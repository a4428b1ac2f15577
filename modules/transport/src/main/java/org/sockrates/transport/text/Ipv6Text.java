package org.sockrates.transport.text;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
            address = InetAddress.getByName(bare);
        } catch (UnknownHostException notAnAddress) {
            throw new UsageException(
                    where, text, percent < 0 ? "an IPv6 address such as ::1" : "an interface that exists behind the %");
        }
        if (address.isLinkLocalAddress() && percent < 0) {
            throw new UsageException(where, text, "its interface too, it is link-local: " + bare + "%eth0");
        }
        return address;
    }
}
