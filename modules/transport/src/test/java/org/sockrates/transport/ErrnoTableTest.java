package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java hands on what the C library says of an errno, and each has its own words. */
class ErrnoTableTest {
    /** {@code strerror(3)} of glibc, of musl (src/errno/__strerror.h), of macOS and FreeBSD (errlst.c); ENONET is Linux's. */
    private static final String WORDS = """
            EACCES|Permission denied|Permission denied|Permission denied
            EADDRINUSE|Address already in use|Address in use|Address already in use
            EADDRNOTAVAIL|Cannot assign requested address|Address not available|Can't assign requested address
            EAFNOSUPPORT|Address family not supported by protocol|Address family not supported by protocol\
            |Address family not supported by protocol family
            EAGAIN|Resource temporarily unavailable|Resource temporarily unavailable|Resource temporarily unavailable
            EALREADY|Operation already in progress|Operation already in progress|Operation already in progress
            EBADF|Bad file descriptor|Bad file descriptor|Bad file descriptor
            ECONNABORTED|Software caused connection abort|Connection aborted|Software caused connection abort
            ECONNREFUSED|Connection refused|Connection refused|Connection refused
            ECONNRESET|Connection reset by peer|Connection reset by peer|Connection reset by peer
            EDESTADDRREQ|Destination address required|Destination address required|Destination address required
            EHOSTDOWN|Host is down|Host is down|Host is down
            EHOSTUNREACH|No route to host|Host is unreachable|No route to host
            EINTR|Interrupted system call|Interrupted system call|Interrupted system call
            EINVAL|Invalid argument|Invalid argument|Invalid argument
            EIO|Input/output error|I/O error|Input/output error
            EISCONN|Transport endpoint is already connected|Socket is connected|Socket is already connected
            EMFILE|Too many open files|No file descriptors available|Too many open files
            EMSGSIZE|Message too long|Message too large|Message too long
            ENETUNREACH|Network is unreachable|Network unreachable|Network is unreachable
            ENOBUFS|No buffer space available|No buffer space available|No buffer space available
            ENODEV|No such device|No such device|Operation not supported by device
            ENONET|Machine is not on the network
            ENOPROTOOPT|Protocol not available|Protocol not available|Protocol not available
            ENOTCONN|Transport endpoint is not connected|Socket not connected|Socket is not connected
            EOPNOTSUPP|Operation not supported|Not supported|Operation not supported|Operation not supported on socket
            EPERM|Operation not permitted|Operation not permitted|Operation not permitted
            EPIPE|Broken pipe|Broken pipe|Broken pipe
            EPROTO|Protocol error|Protocol error|Protocol error
            ETIMEDOUT|Connection timed out|Operation timed out|Operation timed out
            """;

    private record Known(Errno errno, List<String> words) {}

    static List<Known> errnos() {
        return WORDS.lines()
                .map(line -> List.of(line.split("\\|")))
                .map(words -> new Known(Errno.valueOf(words.get(0)), words.subList(1, words.size())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("errnos")
    void everyErrnoIsKnownByTheWordsOfEachLibrary(Known known) {
        assertThat(known.words().get(0)).isEqualTo(known.errno().text());
        for (String words : known.words()) {
            for (IOException thrown : List.of(new IOException(words), new ConnectException(words))) {
                SocketCallException told = SocketCallException.of(Call.RECV, thrown);
                assertThat(told.errno()).as(words).isEqualTo(known.errno());
                assertThat(told)
                        .hasMessage("recv: "
                                + (known.errno() == Errno.EIO
                                        ? words
                                        : known.errno().text()));
            }
        }
    }

    @Test
    void everyErrnoIsOneOfThem() {
        assertThat(errnos().stream().map(Known::errno)).containsExactlyInAnyOrder(Errno.values());
    }

    /** Their words hold some of an errno's, as musl's of EOPNOTSUPP. */
    @Test
    void whatOnlySoundsLikeOneIsNotIt() {
        for (String words : List.of("Protocol not supported", "Socket type not supported", "the disk is on fire")) {
            assertThat(SocketCallException.of(Call.RECV, new IOException(words)).errno())
                    .isEqualTo(Errno.EIO);
        }
    }
}
