package org.sockrates.sim.check;

import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Connection;

/**
 * How a connection says it stands.
 *
 * @param failure why it is no more, or null
 */
record Standing(
        boolean open,
        int availableBytes,
        boolean atEnd,
        boolean allAcknowledged,
        boolean over,
        @Nullable Errno failure) {
    /** Of one that nothing has happened to. */
    static final Standing NEW = new Standing(false, 0, false, true, false, null);

    static Standing of(Connection connection) {
        return new Standing(
                connection.isOpen(),
                connection.availableBytes(),
                connection.isAtEnd(),
                connection.isAllAcknowledged(),
                connection.isOver(),
                connection.failure().orElse(null));
    }

    boolean failed() {
        return failure != null;
    }
}
