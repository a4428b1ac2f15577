package org.sockrates.shell.text;

import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Json;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** A call as JSON; whoever tells it adds what else is known. */
public final class EventJson {
    private EventJson() {}

    /** From the socket it was made on to the seconds it took. */
    public static Map<String, @Nullable Object> of(SocketEvent event) {
        Failed failed = event.outcome() instanceof Failed failure ? failure : null;
        return Json.object(
                "socket", event.socket(),
                "transport", event.transport(),
                "arguments", event.arguments().words(),
                "result", event.value(),
                "errno", failed == null ? null : failed.errno().name(),
                "error", failed == null ? null : failed.errno().text(),
                "local", address(event.local()),
                "peer", address(event.peer()),
                "seconds", (event.endNanos() - event.startNanos()) / 1e9);
    }

    private static @Nullable String address(@Nullable InetSocketAddress address) {
        return address == null ? null : CallText.address(address);
    }
}
