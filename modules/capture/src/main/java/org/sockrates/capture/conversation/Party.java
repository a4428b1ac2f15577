package org.sockrates.capture.conversation;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two in a conversation. Not a socket: of a stranger only the address is known.
 *
 * @param life its socket; null where that is not ours, or was never made: a connection nobody accepted
 * @param door the listening socket it came, or should have come, through
 * @param address its own address
 */
public record Party(
        @Nullable Life life, @Nullable Life door, @Nullable InetSocketAddress address) {
    /** One whose socket is not ours. */
    static Party stranger(@Nullable InetSocketAddress address) {
        return new Party(null, null, address);
    }

    static Party of(Life life) {
        return new Party(life, life.door(), life.local());
    }

    /** Whether any call of this party could have been seen. */
    public boolean seen() {
        return life != null || door != null;
    }

    /** The calls of its socket, not those of the door. */
    public List<Noted> calls() {
        return life == null ? List.of() : life.calls();
    }

    boolean addressedAfter(Moment when) {
        return life != null && life.addressedAfter(when);
    }

    public boolean closedBefore(Moment when) {
        return life != null && life.closedBefore(when);
    }
}
