package org.sockrates.sim.check;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/**
 * Whose invariants are asked.
 *
 * @param maker makes one end
 * @param textbook which of the three it says it is, or null
 * @param foreign whether its packets are of its own kind, even where they look like ours
 */
record Subject(
        BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker,
        @Nullable Protocol textbook,
        boolean foreign) {
    /** The largest window that means something to it. */
    int mostWindow() {
        return textbook == Protocol.STOP_AND_WAIT ? 1 : ProtocolSettings.MOST_WINDOW;
    }
}
