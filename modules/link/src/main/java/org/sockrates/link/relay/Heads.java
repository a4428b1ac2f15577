package org.sockrates.link.relay;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.sockrates.transport.PacketHead;

/**
 * What datagrams say of themselves, read by somebody's transport: it sees a view of its own that it cannot write to, and
 * where it throws the datagram has no head. So whatever it does, the datagram passes as it came. Makes nothing by itself.
 */
public final class Heads {
    private final Function<ByteBuffer, Optional<PacketHead>> reader;
    private final ByteBuffer datagram;
    private final ByteBuffer view;

    /** @param datagram where each datagram will stand, from 0 to its limit */
    Heads(Function<ByteBuffer, Optional<PacketHead>> reader, ByteBuffer datagram) {
        this.reader = reader;
        this.datagram = datagram;
        view = datagram.asReadOnlyBuffer();
    }

    /** The head of the datagram that stands there now. */
    Optional<PacketHead> read() {
        return read(reader, view.clear().limit(datagram.limit()).order(ByteOrder.BIG_ENDIAN));
    }

    /** The head of one datagram. */
    public static Optional<PacketHead> of(ByteBuffer datagram, Function<ByteBuffer, Optional<PacketHead>> reader) {
        return read(reader, datagram.asReadOnlyBuffer());
    }

    private static Optional<PacketHead> read(Function<ByteBuffer, Optional<PacketHead>> reader, ByteBuffer view) {
        try {
            return Objects.requireNonNull(reader.apply(view));
        } catch (RuntimeException | LinkageError | StackOverflowError itsOwnFault) {
            return Optional.empty();
        }
    }
}
