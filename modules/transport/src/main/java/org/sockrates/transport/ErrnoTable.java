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
import java.util.regex.Pattern;

/**
 * Java's exceptions carry no errno: this finds it from their texts and, where texts do not tell, their types. The texts are
 * Java's own, and {@code strerror(3)}'s of glibc, musl, macOS and the BSDs.
 */
final class ErrnoTable {
    private record ByText(Pattern text, Errno errno) {
        ByText(String text, Errno errno) {
            this(Pattern.compile(text, Pattern.CASE_INSENSITIVE), errno);
        }
    }

    private record ByType(Class<? extends Exception> type, Errno errno) {}

    /** The first that is found in what was said. */
    private static final List<ByText> TEXTS = List.of(
            new ByText("(connection|operation) timed out", Errno.ETIMEDOUT),
            new ByText("connection reset", Errno.ECONNRESET),
            new ByText("connection refused", Errno.ECONNREFUSED),
            new ByText("connection abort", Errno.ECONNABORTED),
            new ByText("broken pipe", Errno.EPIPE),
            new ByText("message too (long|large)", Errno.EMSGSIZE),
            new ByText("too many open files|no file descriptors available", Errno.EMFILE),
            new ByText("network (is )?unreachable", Errno.ENETUNREACH),
            new ByText("no route to host|host is unreachable", Errno.EHOSTUNREACH),
            new ByText("host is down", Errno.EHOSTDOWN),
            new ByText("machine is not on the network", Errno.ENONET),
            new ByText("protocol error", Errno.EPROTO),
            new ByText("no such device|operation not supported by device", Errno.ENODEV),
            new ByText("operation not supported|^not supported$", Errno.EOPNOTSUPP),
            new ByText("permission denied", Errno.EACCES),
            new ByText("operation not permitted", Errno.EPERM),
            new ByText("(cannot|can't) assign requested address|address not available", Errno.EADDRNOTAVAIL),
            new ByText("address (already )?in use", Errno.EADDRINUSE),
            new ByText("no buffer space", Errno.ENOBUFS),
            new ByText("socket buffer full|temporarily unavailable", Errno.EAGAIN),
            new ByText("protocol not available|unsupported option|read only option", Errno.ENOPROTOOPT),
            new ByText("address family not supported", Errno.EAFNOSUPPORT),
            new ByText("not connected", Errno.ENOTCONN),
            new ByText("is (already )?connected", Errno.EISCONN),
            new ByText("operation already in progress", Errno.EALREADY),
            new ByText("destination address required", Errno.EDESTADDRREQ),
            new ByText("interrupted system call", Errno.EINTR),
            new ByText("bad file descriptor", Errno.EBADF),
            new ByText("(input/output|i/o) error", Errno.EIO),
            new ByText("invalid argument|can't (connect|send) to port 0", Errno.EINVAL));

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
        String said = cause.getMessage() == null ? "" : cause.getMessage();
        for (ByText known : TEXTS) {
            if (known.text().matcher(said).find()) {
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
