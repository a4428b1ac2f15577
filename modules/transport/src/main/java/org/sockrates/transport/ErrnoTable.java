package org.sockrates.transport;

import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Locale;
import java.util.Map;

/** Java's exceptions carry no errno: this finds it from their types and, where types do not tell, their texts. */
final class ErrnoTable {
    private static final Map<Class<? extends Exception>, Errno> BY_TYPE = Map.ofEntries(
            Map.entry(PortUnreachableException.class, Errno.ECONNREFUSED),
            Map.entry(NoRouteToHostException.class, Errno.EHOSTUNREACH),
            Map.entry(SocketTimeoutException.class, Errno.ETIMEDOUT),
            Map.entry(ClosedChannelException.class, Errno.EBADF),
            Map.entry(AlreadyBoundException.class, Errno.EINVAL),
            Map.entry(NotYetBoundException.class, Errno.EINVAL),
            Map.entry(AlreadyConnectedException.class, Errno.EISCONN),
            Map.entry(ConnectionPendingException.class, Errno.EISCONN),
            Map.entry(NotYetConnectedException.class, Errno.ENOTCONN),
            Map.entry(UnresolvedAddressException.class, Errno.EINVAL),
            Map.entry(UnsupportedAddressTypeException.class, Errno.EAFNOSUPPORT));

    private static final Map<String, Errno> BY_TEXT = Map.ofEntries(
            Map.entry("connection timed out", Errno.ETIMEDOUT),
            Map.entry("connection reset", Errno.ECONNRESET),
            Map.entry("broken pipe", Errno.EPIPE),
            Map.entry("message too long", Errno.EMSGSIZE),
            Map.entry("too many open files", Errno.EMFILE),
            Map.entry("network is unreachable", Errno.ENETUNREACH),
            Map.entry("no route to host", Errno.EHOSTUNREACH),
            Map.entry("host is unreachable", Errno.EHOSTUNREACH),
            Map.entry("permission denied", Errno.EACCES),
            Map.entry("operation not permitted", Errno.EACCES),
            Map.entry("cannot assign requested address", Errno.EADDRNOTAVAIL),
            Map.entry("can't assign requested address", Errno.EADDRNOTAVAIL),
            Map.entry("address already in use", Errno.EADDRINUSE),
            Map.entry("no buffer space", Errno.ENOBUFS),
            Map.entry("no such device", Errno.ENODEV),
            Map.entry("protocol not available", Errno.ENOPROTOOPT),
            Map.entry("address family not supported", Errno.EAFNOSUPPORT),
            Map.entry("invalid argument", Errno.EINVAL),
            Map.entry("connection refused", Errno.ECONNREFUSED),
            Map.entry("not connected", Errno.ENOTCONN));

    private ErrnoTable() {}

    static Errno of(Call call, Exception cause) {
        String text = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Errno> known : BY_TEXT.entrySet()) {
            if (text.contains(known.getKey())) {
                return known.getValue();
            }
        }
        for (Map.Entry<Class<? extends Exception>, Errno> known : BY_TYPE.entrySet()) {
            if (known.getKey().isInstance(cause)) {
                return known.getValue();
            }
        }
        if (cause instanceof ConnectException) {
            return Errno.ECONNREFUSED;
        }
        return cause instanceof BindException && call == Call.BIND ? Errno.EADDRINUSE : Errno.EIO;
    }
}
