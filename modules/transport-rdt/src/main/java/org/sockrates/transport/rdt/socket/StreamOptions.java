package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.channel.ChannelOptions;

/**
 * The options of a stream above datagrams: those of the datagrams' socket that mean something here. {@code SO_REUSEADDR}
 * is not handed down: two UDP sockets that have it take each other's traffic.
 */
final class StreamOptions {
    private static final String REUSE = "SO_REUSEADDR";
    private static final Set<String> HANDED_DOWN = Set.of("SO_RCVBUF", "SO_SNDBUF", "IP_TOS");

    private static final String NO_DELAY = "TCP_NODELAY";

    private final boolean gathers;
    private final Map<String, String> chosen = new ConcurrentHashMap<>();
    private volatile boolean reuse;
    private volatile boolean noDelay;

    /** @param gathers whether there is anything for {@code TCP_NODELAY} to switch */
    StreamOptions(boolean gathers) {
        this.gathers = gathers;
    }

    boolean noDelay() {
        return noDelay;
    }

    Map<String, String> all(Port port) {
        Map<String, String> all = new TreeMap<>(port.options());
        all.keySet().retainAll(HANDED_DOWN);
        all.put(REUSE, text(reuse));
        if (gathers) {
            all.put(NO_DELAY, text(noDelay));
        }
        return all;
    }

    /** Gives a port that takes another's place what was chosen for that one. */
    void handDown(Port port) throws IOException {
        for (Map.Entry<String, String> option : chosen.entrySet()) {
            port.option(option.getKey(), option.getValue());
        }
    }

    private static String text(boolean flag) {
        return flag ? "on" : "off";
    }

    void set(Port port, String name, String value) throws IOException {
        String known = name.toUpperCase(Locale.ROOT);
        if (!port.isOpen()) {
            throw new SocketCallException(Call.SETSOCKOPT, Errno.EBADF);
        }
        if (known.equals(REUSE)) {
            reuse = ChannelOptions.flag(REUSE, value);
        } else if (gathers && known.equals(NO_DELAY)) {
            noDelay = ChannelOptions.flag(NO_DELAY, value);
        } else if (HANDED_DOWN.contains(known)) {
            port.option(known, value);
            chosen.put(known, value);
        } else {
            throw new SocketCallException(
                    Call.SETSOCKOPT,
                    Errno.ENOPROTOOPT,
                    SafeText.escape(name) + ": this socket has no such option; see  options");
        }
    }
}
