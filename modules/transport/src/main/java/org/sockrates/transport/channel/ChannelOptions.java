package org.sockrates.transport.channel;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.text.NearestWord;

/** A channel's socket options by their real names, with values as text. Which there are, it asks Java. */
public final class ChannelOptions {
    /** Java's own names, and what tcp(7) calls them. */
    private static final Map<String, String> REAL =
            Map.of("TCP_KEEPCOUNT", "TCP_KEEPCNT", "TCP_KEEPINTERVAL", "TCP_KEEPINTVL");

    /** From where to where, as far as ip(7) and tcp(7) say it. */
    private static final Map<String, String> RANGES = Map.of(
            "IP_TOS", "0 to 255; so says Java, Linux would take it and use the last 8 bits",
            "IP_MULTICAST_TTL", "0 to 255",
            "TCP_KEEPCNT", "1 to 127",
            "TCP_KEEPIDLE", "1 to 32767 seconds",
            "TCP_KEEPINTVL", "1 to 32767 seconds");

    private ChannelOptions() {}

    private static String name(SocketOption<?> option) {
        return REAL.getOrDefault(option.name(), option.name());
    }

    /** Every option the channel has, with its value now; one the system refuses to tell is left out. */
    public static Map<String, String> all(NetworkChannel channel) {
        Map<String, String> values = new TreeMap<>();
        for (SocketOption<?> option : channel.supportedOptions()) {
            try {
                values.put(name(option), text(option, channel.getOption(option)));
            } catch (IOException | UnsupportedOperationException untold) {
                // an option that cannot be read here is not shown
            }
        }
        return values;
    }

    /** Whether the channel has such an option. */
    public static boolean has(NetworkChannel channel, String name) {
        return named(channel, name).isPresent();
    }

    /**
     * Sets one option.
     *
     * @throws SocketCallException {@link Errno#ENOPROTOOPT} for an unknown name, {@link Errno#EINVAL} for a value that
     *     is not of its kind, {@link Errno#EBADF} when the channel is closed
     */
    public static void set(NetworkChannel channel, String name, String value) throws IOException {
        if (!channel.isOpen()) {
            throw new SocketCallException(Call.SETSOCKOPT, Errno.EBADF);
        }
        SocketOption<?> option = named(channel, name)
                .orElseThrow(() -> new SocketCallException(
                        Call.SETSOCKOPT,
                        Errno.ENOPROTOOPT,
                        SafeText.escape(name) + ": Java offers this socket no such option"
                                + meant(name, names(channel))
                                        .map(known -> " (expected: " + known + "?)")
                                        .orElse("; see  options")));
        try {
            assign(channel, option, value);
        } catch (IllegalArgumentException refused) {
            throw outOfRange(name(option), value, refused);
        } catch (UnsupportedOperationException refused) {
            throw new SocketCallException(Call.SETSOCKOPT, Errno.ENOPROTOOPT, name(option) + ": read only", refused);
        } catch (SocketCallException told) {
            throw told;
        } catch (IOException failure) {
            SocketCallException told = SocketCallException.of(Call.SETSOCKOPT, failure);
            throw told.errno() == Errno.EINVAL ? outOfRange(name(option), value, failure) : told;
        }
    }

    private static Optional<SocketOption<?>> named(NetworkChannel channel, String name) {
        for (SocketOption<?> option : channel.supportedOptions()) {
            if (name(option).equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static void assign(NetworkChannel channel, SocketOption<?> option, String value) throws IOException {
        if (option.type() == Boolean.class) {
            channel.setOption((SocketOption<Boolean>) option, flag(name(option), value));
        } else if (option.type() == Integer.class) {
            channel.setOption((SocketOption<Integer>) option, number(option, value));
        } else if (option.type() == NetworkInterface.class) {
            NetworkInterface found = NetworkInterface.getByName(value);
            if (found == null) {
                throw new SocketCallException(
                        Call.SETSOCKOPT, Errno.ENODEV, SafeText.quote(value) + ": no such interface");
            }
            channel.setOption((SocketOption<NetworkInterface>) option, found);
        } else {
            throw new SocketCallException(Call.SETSOCKOPT, Errno.ENOPROTOOPT, name(option) + ": not settable as text");
        }
    }

    private static List<String> names(NetworkChannel channel) {
        return channel.supportedOptions().stream()
                .map(ChannelOptions::name)
                .sorted()
                .toList();
    }

    /** The known option whose name ends so behind a {@code _}, or nearly is it: {@code NODELAY} is {@code TCP_NODELAY}. */
    public static Optional<String> meant(String name, Collection<String> known) {
        return known.stream()
                .filter(one -> one.endsWith("_" + name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .or(() -> NearestWord.of(name, known));
    }

    /** {@code on}, {@code off}, {@code 1} or {@code 0}. */
    public static boolean flag(String name, String value) throws SocketCallException {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "on", "1", "true" -> true;
            case "off", "0", "false" -> false;
            default -> throw invalid(name, value, "on or off", null);
        };
    }

    private static int number(SocketOption<?> option, String value) throws SocketCallException {
        if (option.equals(StandardSocketOptions.SO_LINGER) && value.equalsIgnoreCase("off")) {
            return -1;
        }
        if (!value.matches("[0-9]{1,9}")) {
            String expected = option.equals(StandardSocketOptions.SO_LINGER)
                    ? "whole seconds without a unit, as 5, or off"
                    : "a whole number from 0 to 999999999";
            throw invalid(name(option), value, expected, null);
        }
        return Integer.parseInt(value);
    }

    private static SocketCallException outOfRange(String name, String value, Exception refused) {
        return invalid(name, value, RANGES.getOrDefault(name, "a value in its range"), refused);
    }

    private static SocketCallException invalid(String name, String value, String expected, @Nullable Throwable cause) {
        String detail = SafeText.escape(name) + ": " + SafeText.quote(value) + " (expected: " + expected + ")";
        return new SocketCallException(Call.SETSOCKOPT, Errno.EINVAL, detail, cause);
    }

    private static String text(SocketOption<?> option, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "on" : "off";
        }
        if (value instanceof NetworkInterface on) {
            return on.getName();
        }
        if (value instanceof Integer seconds && seconds < 0 && option.equals(StandardSocketOptions.SO_LINGER)) {
            return "off";
        }
        return value == null ? "any" : value.toString();
    }
}
