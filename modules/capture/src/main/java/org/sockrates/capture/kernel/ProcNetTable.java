package org.sockrates.capture.kernel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the lines of {@code /proc/net/tcp}, {@code tcp6}, {@code udp} and {@code udp6} (proc_net_tcp in the kernel's
 * documentation). Pure: it opens nothing.
 *
 * @param order the kernel's: addresses are printed as 32-bit words of the machine
 */
record ProcNetTable(KernelProtocol protocol, ByteOrder order) {
    private static final int LONGEST_LINE = 512;
    private static final int TX_RX = 4;
    private static final int UID = 7;
    private static final int INODE = 9;
    private static final int DROPS = 12;

    /** The local port of a line, quicker than to read all of it; -1 where there is none. */
    static int localPort(String line) {
        int number = line.indexOf(':');
        int port = line.indexOf(':', number + 1) + 1;
        if (number < 0 || port == 0 || port + 4 > line.length()) {
            return -1;
        }
        try {
            return Integer.parseUnsignedInt(line, port, port + 4, 16);
        } catch (NumberFormatException heading) {
            return -1;
        }
    }

    /** One row; empty for the heading and for a line in a shape this reader does not know. */
    Optional<KernelSocket> row(String line) {
        String[] fields =
                line.length() > LONGEST_LINE ? new String[0] : line.trim().split(" +");
        if (fields.length <= INODE || !fields[0].endsWith(":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(row(fields));
        } catch (IllegalArgumentException | UnknownHostException unknownShape) {
            return Optional.empty();
        }
    }

    private KernelSocket row(String[] fields) throws UnknownHostException {
        InetSocketAddress local = address(fields[1]);
        InetSocketAddress remote = address(fields[2]);
        KernelState state = KernelState.of((int) hex(fields[3], 2)).orElseThrow(IllegalArgumentException::new);
        String[] queues = halves(fields[TX_RX]);
        boolean counted = state != KernelState.LISTEN;
        boolean drops = protocol == KernelProtocol.UDP && fields.length > DROPS;
        return new KernelSocket(
                protocol,
                state,
                hex(queues[1], 8),
                counted ? OptionalLong.of(hex(queues[0], 8)) : OptionalLong.empty(),
                local,
                remote.getPort() == 0 ? null : remote,
                decimal(fields[UID]),
                decimal(fields[INODE]),
                drops ? OptionalLong.of(decimal(fields[DROPS])) : OptionalLong.empty());
    }

    /** {@code 0100007F:1F90}; an IPv4 address mapped into IPv6 comes out as IPv4. */
    private InetSocketAddress address(String field) throws UnknownHostException {
        String[] parts = halves(field);
        int bytes = parts[0].length() / 2;
        if (bytes != 4 && bytes != 16) {
            throw new IllegalArgumentException(field);
        }
        ByteBuffer words = ByteBuffer.allocate(bytes).order(order);
        for (int i = 0; i < bytes; i += 4) {
            words.putInt((int) hex(parts[0].substring(2 * i, 2 * i + 8), 8));
        }
        return new InetSocketAddress(InetAddress.getByAddress(words.array()), (int) hex(parts[1], 4));
    }

    private static String[] halves(String field) {
        int colon = field.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(field);
        }
        return new String[] {field.substring(0, colon), field.substring(colon + 1)};
    }

    private static long hex(String digits, int mostDigits) {
        return unsigned(digits, mostDigits, 16);
    }

    private static long decimal(String digits) {
        return unsigned(digits, 18, 10);
    }

    private static long unsigned(String digits, int mostDigits, int radix) {
        if (digits.length() > mostDigits || digits.startsWith("+") || digits.startsWith("-")) {
            throw new IllegalArgumentException(digits);
        }
        return Long.parseLong(digits, radix);
    }
}
