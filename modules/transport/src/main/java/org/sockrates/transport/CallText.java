package org.sockrates.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;

/** A {@link SocketEvent} as strace prints it: {@code bind(3, 127.0.0.1:12345) = -1 EADDRINUSE (Address already in use)}. */
public final class CallText {
    private CallText() {}

    /** The whole call, or {@code accept(3 <unfinished ...>} while it waits. */
    public static String of(SocketEvent event) {
        SocketEvent.Outcome outcome = event.outcome();
        return outcome == null ? opening(event) + " <unfinished ...>" : opening(event) + ")" + ending(outcome);
    }

    /**
     * The end of a call whose beginning was printed before: {@code <... accept resumed>, 127.0.0.1:48934) = 4}. Arguments
     * that the call filled in are shown; those that were given were seen already.
     */
    public static String resumed(SocketEvent event) {
        SocketEvent.Outcome outcome = event.outcome();
        boolean filled = outcome instanceof SocketEvent.Returned && event.call().takes();
        String arguments = filled ? ", " + String.join(", ", event.arguments().words()) : "";
        return "<... " + event.call().word() + " resumed>" + arguments + ")" + (outcome == null ? "" : ending(outcome));
    }

    /** An errno as it ends a call: {@code EPIPE (Broken pipe)}. */
    public static String errno(Errno errno) {
        return errno + " (" + errno.text() + ")";
    }

    /** An address as people write it: {@code 127.0.0.1:80}, {@code [::1]:80}. */
    public static String address(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return SafeText.escape(address.getHostString()) + ":" + address.getPort();
        }
        String host = host(address.getAddress());
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /**
     * An address as a socket of that family has it: an IPv6 socket that talks IPv4 has {@code [::ffff:127.0.0.1]:80} (RFC
     * 3493 §3.7), and IPv6's wildcard for IPv4's.
     */
    public static String address(InetSocketAddress address, Family family) {
        if (family == Family.AF_INET || !(address.getAddress() instanceof Inet4Address carried)) {
            return address(address);
        }
        return (carried.isAnyLocalAddress() ? "[::]:" : "[::ffff:" + host(carried) + "]:") + address.getPort();
    }

    /** An address without a port: {@code 127.0.0.1}, {@code ff02::1}. */
    public static String host(InetAddress address) {
        String host = address.getHostAddress();
        return host.indexOf(':') >= 0 ? shortened(host) : host;
    }

    /** The kernel's answers name an interface by its number, people by its name. */
    private static String interfaceName(String zone) {
        try {
            NetworkInterface numbered =
                    zone.matches("[1-9][0-9]{0,8}") ? NetworkInterface.getByIndex(Integer.parseInt(zone)) : null;
            return numbered == null ? zone : numbered.getName();
        } catch (SocketException untold) {
            return zone;
        }
    }

    private static String opening(SocketEvent event) {
        String arguments = String.join(", ", event.arguments().words());
        String first = event.call() == Call.SOCKET ? "" : Integer.toString(event.socket());
        return event.call().word() + "(" + first + (first.isEmpty() || arguments.isEmpty() ? "" : ", ") + arguments;
    }

    private static String ending(SocketEvent.Outcome outcome) {
        if (outcome instanceof SocketEvent.Failed failed) {
            return " = -1 " + errno(failed.errno());
        }
        SocketEvent.Returned returned = (SocketEvent.Returned) outcome;
        return " = " + returned.value() + (returned.note().isEmpty() ? "" : " (" + returned.note() + ")");
    }

    /** Java writes ::1 as 0:0:0:0:0:0:0:1; RFC 5952 §4.2 wants the longest run of zeros as two colons. */
    private static String shortened(String host) {
        int zone = host.indexOf('%');
        String[] groups = (zone < 0 ? host : host.substring(0, zone)).split(":");
        int best = 0;
        int bestLength = 1;
        for (int i = 0; i < groups.length; i++) {
            int length = 0;
            while (i + length < groups.length && groups[i + length].equals("0")) {
                length++;
            }
            if (length > bestLength) {
                best = i;
                bestLength = length;
            }
        }
        String rest = zone < 0 ? "" : "%" + SafeText.escape(interfaceName(host.substring(zone + 1)));
        if (bestLength < 2) {
            return String.join(":", groups) + rest;
        }
        String head = String.join(":", Arrays.asList(groups).subList(0, best));
        String tail = String.join(":", Arrays.asList(groups).subList(best + bestLength, groups.length));
        return head + "::" + tail + rest;
    }
}
