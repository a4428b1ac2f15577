package org.sockrates.transport.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Family;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

/**
 * A host as people type it: a name, an IPv4 address of four plain decimal numbers, or an IPv6 address with or without
 * square brackets. {@code 127.1}, {@code 010.0.0.1} and {@code 2130706433}, which C reads as addresses, are refused.
 */
public final class HostText {
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private HostText() {}

    /** Who knows the addresses of names. */
    @FunctionalInterface
    public interface Names {
        /**
         * All addresses of a name.
         *
         * @throws UnknownHostException when there are none; its message is why
         */
        InetAddress[] of(String name) throws IOException;
    }

    /**
     * Reads a host and looks its name up where it is one. {@code localhost} is the loopback address and
     * {@code invalid}, with all in it, is unknown, without asking anybody (RFC 6761 §6.3, §6.4).
     *
     * @param usual the family of the address where a name has several; an address typed may be of the other
     * @param names asked of any other name, once
     * @throws UsageException when the text is no host
     * @throws UnknownHostException when the name has no address
     */
    public static InetAddress parse(String where, String text, Family usual, Names names) throws IOException {
        InetAddress literal = literal(where, text);
        if (literal != null) {
            return literal;
        }
        if (text.equalsIgnoreCase("localhost")) {
            return loopback(usual);
        }
        InetAddress[] known = lookUp(where, text, names);
        for (InetAddress address : known) {
            if (Family.of(address) == usual) {
                return address;
            }
        }
        return known[0];
    }

    /**
     * Reads an address of one family; asks nobody.
     *
     * @throws UsageException when the text is none, or one of the other family
     */
    public static InetAddress address(String where, String text, Family family) {
        InetAddress literal = literal(where, text);
        if (literal == null || Family.of(literal) != family) {
            throw new UsageException(where, text, family == Family.AF_INET ? "an IPv4 address" : "an IPv6 address");
        }
        return literal;
    }

    /**
     * The address a text spells out, or null when it is a name; asks nobody.
     *
     * @throws UsageException when it is neither
     */
    public static @Nullable InetAddress literal(String where, String text) {
        String bare = text;
        if (text.startsWith("[") || text.endsWith("]")) {
            if (!text.startsWith("[") || !text.endsWith("]") || text.indexOf(':') < 0) {
                throw new UsageException(where, text, "an IPv6 address in square brackets: [::1]");
            }
            bare = text.substring(1, text.length() - 1);
        }
        if (bare.indexOf(':') >= 0) {
            return Ipv6Text.parse(where, text, bare);
        }
        String unrooted = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        String last = unrooted.substring(unrooted.lastIndexOf('.') + 1);
        if (last.matches("[0-9]+|0[xX][0-9a-fA-F]*")) {
            return ipv4(where, bare);
        }
        checkName(where, bare);
        return null;
    }

    /** Where who asks at an address arrives: the system takes the wildcard for the loopback. */
    public static InetSocketAddress reached(InetSocketAddress peer) {
        return peer.isUnresolved() || !peer.getAddress().isAnyLocalAddress()
                ? peer
                : new InetSocketAddress(loopback(Family.of(peer.getAddress())), peer.getPort());
    }

    /** The loopback address: 127.0.0.1 or ::1. */
    public static InetAddress loopback(Family family) {
        byte[] bytes = wildcard(family).getAddress();
        bytes[0] = (byte) (family == Family.AF_INET ? 127 : 0);
        bytes[bytes.length - 1] = 1;
        return of(bytes);
    }

    /** The wildcard, every local address: 0.0.0.0 or ::. */
    public static InetAddress wildcard(Family family) {
        return of(new byte[family == Family.AF_INET ? IPV4_BYTES : IPV6_BYTES]);
    }

    private static InetAddress ipv4(String where, String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[IPV4_BYTES];
        for (int i = 0; i < parts.length; i++) {
            if (parts.length != IPV4_BYTES
                    || !parts[i].matches("0|[1-9][0-9]{0,2}")
                    || Integer.parseInt(parts[i]) > 255) {
                throw new UsageException(where, text, "four numbers from 0 to 255 without leading zeros: 127.0.0.1");
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return of(bytes);
    }

    private static void checkName(String where, String text) {
        if (text.length() > LONGEST_NAME || !areLabels(text)) {
            throw new UsageException(where, text, "a host: a name, 127.0.0.1, or ::1");
        }
    }

    private static boolean areLabels(String text) {
        String unrooted = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        boolean good = true;
        for (String label : unrooted.split("\\.", -1)) {
            good &= label.length() <= LONGEST_LABEL && label.matches("[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?");
        }
        return good;
    }

    private static InetAddress[] lookUp(String where, String name, Names names) throws IOException {
        try {
            boolean nobodys = ("." + name.toLowerCase(Locale.ROOT)).endsWith(".invalid");
            InetAddress[] known = nobodys ? new InetAddress[0] : names.of(name);
            if (known.length > 0) {
                return known;
            }
        } catch (UnknownHostException unknown) {
            throw new UnknownHostException(where + ": " + SafeText.quote(name) + ": " + unknown.getMessage());
        }
        throw new UnknownHostException(where + ": " + SafeText.quote(name) + ": name unknown");
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }

    /** Whether it is the limited broadcast address: everybody on this network, and no router passes it on (RFC 919 §7). */
    public static boolean isEverybody(InetAddress host) {
        return host.getHostAddress().equals("255.255.255.255");
    }
}
