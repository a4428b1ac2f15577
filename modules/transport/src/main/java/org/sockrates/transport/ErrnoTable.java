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
import java.util.List;
import java.util.Locale;

/** Java's exceptions carry no errno: this finds it from their texts and, where texts do not tell, their types. */
final class ErrnoTable {
    private record ByText(String part, Errno errno) {}

    private record ByType(Class<? extends Exception> type, Errno errno) {}

    private static final List<ByText> TEXTS = List.of(
            new ByText("connection timed out", Errno.ETIMEDOUT),
            new ByText("connection reset", Errno.ECONNRESET),
            new ByText("connection refused", Errno.ECONNREFUSED),
            new ByText("broken pipe", Errno.EPIPE),
            new ByText("message too long", Errno.EMSGSIZE),
            new ByText("too many open files", Errno.EMFILE),
            new ByText("network is unreachable", Errno.ENETUNREACH),
            new ByText("no route to host", Errno.EHOSTUNREACH),
            new ByText("host is unreachable", Errno.EHOSTUNREACH),
            new ByText("host is down", Errno.EHOSTDOWN),
            new ByText("machine is not on the network", Errno.ENONET),
            new ByText("protocol error", Errno.EPROTO),
            new ByText("operation not supported", Errno.EOPNOTSUPP),
            new ByText("permission denied", Errno.EACCES),
            new ByText("operation not permitted", Errno.EPERM),
            new ByText("cannot assign requested address", Errno.EADDRNOTAVAIL),
            new ByText("can't assign requested address", Errno.EADDRNOTAVAIL),
            new ByText("address already in use", Errno.EADDRINUSE),
            new ByText("no buffer space", Errno.ENOBUFS),
            new ByText("socket buffer full", Errno.EAGAIN),
            new ByText("no such device", Errno.ENODEV),
            new ByText("protocol not available", Errno.ENOPROTOOPT),
            new ByText("unsupported option", Errno.ENOPROTOOPT),
            new ByText("read only option", Errno.ENOPROTOOPT),
            new ByText("address family not supported", Errno.EAFNOSUPPORT),
            new ByText("not connected", Errno.ENOTCONN),
            new ByText("invalid argument", Errno.EINVAL),
            new ByText("can't connect to port 0", Errno.EINVAL),
            new ByText("can't send to port 0", Errno.EINVAL));

    private static final List<ByType> TYPES = List.of(
            new ByType(PortUnreachableException.class, Errno.ECONNREFUSED),
            new ByType(NoRouteToHostException.class, Errno.EHOSTUNREACH),
            new ByType(SocketTimeoutException.class, Errno.ETIMEDOUT),
            new ByType(ClosedChannelException.class, Errno.EBADF),
            new ByType(AlreadyBoundException.class, Errno.EINVAL),
            new ByType(NotYetBoundException.class, Errno.EINVAL),
            new ByType(AlreadyConnectedException.class, Errno.EISCONN),
            new ByType(ConnectionPendingException.class, Errno.EALREADY),
            new ByType(NotYetConnectedException.class, Errno.ENOTCONN),
            new ByType(UnsupportedAddressTypeException.class, Errno.EAFNOSUPPORT),
            new ByType(UnsupportedOperationException.class, Errno.EAFNOSUPPORT),
            new ByType(ConnectException.class, Errno.ECONNREFUSED),
            new ByType(IllegalArgumentException.class, Errno.EINVAL));

    private ErrnoTable() {}

    static Errno of(Call call, Exception cause) {
        String text = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
        for (ByText known : TEXTS) {
            if (text.contains(known.part())) {
                return known.errno();
            }
        }
        for (ByType known : TYPES) {
            if (known.type().isInstance(cause)) {
                return known.errno();
            }
        }
        return cause instanceof BindException && call == Call.BIND ? Errno.EADDRINUSE : Errno.EIO;
    }

    /** What the exception knows beyond its errno's own text; never null, never Java's "null". */
    static String detail(Errno errno, Exception cause) {
        if (cause instanceof UnresolvedAddressException) {
            return "the name was never looked up, so it has no address";
        }
        String said = cause.getMessage();
        boolean telling = errno == Errno.EIO || cause instanceof IllegalArgumentException;
        return telling && said != null && !said.isEmpty() ? SafeText.escape(said) : errno.text();
    }
}
