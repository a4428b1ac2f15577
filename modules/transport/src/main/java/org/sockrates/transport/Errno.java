package org.sockrates.transport;

/** The errors of the socket calls, by their C names and with glibc's texts. */
public enum Errno {
    EACCES("Permission denied"),
    EADDRINUSE("Address already in use"),
    EADDRNOTAVAIL("Cannot assign requested address"),
    EAFNOSUPPORT("Address family not supported by protocol"),
    EAGAIN("Resource temporarily unavailable"),
    EALREADY("Operation already in progress"),
    EBADF("Bad file descriptor"),
    ECONNABORTED("Software caused connection abort"),
    ECONNREFUSED("Connection refused"),
    ECONNRESET("Connection reset by peer"),
    EDESTADDRREQ("Destination address required"),
    EHOSTUNREACH("No route to host"),
    EINTR("Interrupted system call"),
    EINVAL("Invalid argument"),
    EIO("Input/output error"),
    EISCONN("Transport endpoint is already connected"),
    EMFILE("Too many open files"),
    EMSGSIZE("Message too long"),
    ENETUNREACH("Network is unreachable"),
    ENOBUFS("No buffer space available"),
    ENODEV("No such device"),
    ENOPROTOOPT("Protocol not available"),
    ENOTCONN("Transport endpoint is not connected"),
    EOPNOTSUPP("Operation not supported"),
    EPIPE("Broken pipe"),
    ETIMEDOUT("Connection timed out");

    private final String text;

    Errno(String text) {
        this.text = text;
    }

    /** What {@code strerror(3)} says. */
    public String text() {
        return text;
    }
}
