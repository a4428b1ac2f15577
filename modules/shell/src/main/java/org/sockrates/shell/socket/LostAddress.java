package org.sockrates.shell.socket;

import java.util.List;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.transport.Call;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** What a connect that failed cost its socket: Java closes the channel behind it, and not all can be had again. */
final class LostAddress {
    private LostAddress() {}

    static List<String> lines(OpenSocket socket, SocketEvent event) {
        if (event.call() != Call.CONNECT || !(event.outcome() instanceof Failed failed)) {
            return List.of();
        }
        String usual = Call.CONNECT.word() + ": " + failed.errno().text() + "; ";
        if (!failed.detail().startsWith(usual)) {
            return List.of();
        }
        String lost = failed.detail().substring(usual.length());
        return List.of(
                socket.phase() == Phase.CLOSED
                        ? lost + "; nothing is left of it but to  close " + socket.word()
                        : lost + "; in C it stays bound, here it has no address now:  bind " + socket.word()
                                + " …  or  close " + socket.word());
    }
}
