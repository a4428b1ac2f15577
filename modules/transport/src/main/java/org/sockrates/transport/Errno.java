package org.sockrates.transport;

/** The errors of the socket calls, by their C names and with glibc's texts. */
public enum Errno {
    EACCES(13, "Permission denied"),
    EADDRINUSE(98, "Address already in use"),
    EADDRNOTAVAIL(99, "Cannot assign requested address"),
    EAFNOSUPPORT(97, "Address family not supported by protocol"),
    EAGAIN(11, "Resource temporarily unavailable"),
    EALREADY(114, "Operation already in progress"),
    EBADF(9, "Bad file descriptor"),
    ECONNABORTED(103, "Software caused connection abort"),
    ECONNREFUSED(111, "Connection refused"),
    ECONNRESET(104, "Connection reset by peer"),
    EDESTADDRREQ(89, "Destination address required"),
    EHOSTDOWN(112, "Host is down"),
    EHOSTUNREACH(113, "No route to host"),
    EINTR(4, "Interrupted system call"),
    EINVAL(22, "Invalid argument"),
    EIO(5, "Input/output error"),
    EISCONN(106, "Transport endpoint is already connected"),
    EMFILE(24, "Too many open files"),
    EMSGSIZE(90, "Message too long"),
    ENETUNREACH(101, "Network is unreachable"),
    ENOBUFS(105, "No buffer space available"),
    ENODEV(19, "No such device"),
    ENONET(64, "Machine is not on the network"),
    ENOPROTOOPT(92, "Protocol not available"),
    ENOTCONN(107, "Transport endpoint is not connected"),
    EOPNOTSUPP(95, "Operation not supported"),
    EPERM(1, "Operation not permitted"),
    EPIPE(32, "Broken pipe"),
    EPROTO(71, "Protocol error"),
    ETIMEDOUT(110, "Connection timed out");

    private final int number;
    private final String text;

    Errno(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** Linux's, on nearly all processors (asm-generic/errno.h); other systems count otherwise. */
    public int number() {
        return number;
    }

    /**
     * Whether Linux ends a connection with it that nobody answered any more: with ETIMEDOUT, or with what it had heard of the
     * way meanwhile, mostly by ICMP.
     */
    public boolean endsTheUnanswered() {
        return switch (this) {
            case ETIMEDOUT,
                    EACCES,
                    ECONNREFUSED,
                    EHOSTDOWN,
                    EHOSTUNREACH,
                    ENETUNREACH,
                    ENONET,
                    ENOPROTOOPT,
                    EOPNOTSUPP,
                    EPROTO -> true;
            default -> false;
        };
    }

    /** What {@code strerror(3)} says. */
    public String text() {
        return text;
    }
}
