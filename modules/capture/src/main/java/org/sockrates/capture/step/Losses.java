package org.sockrates.capture.step;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.capture.conversation.Noted;
import org.sockrates.capture.conversation.Party;
import org.sockrates.transport.Arguments.Half;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/**
 * Which calls of an end were told that its connection is lost: by a reset, or since the kernel gave it up; a connect that was
 * in vain is one of them. Nothing that ends the connection leaves after that.
 */
final class Losses {
    private Losses() {}

    /** All that were told so, in their order. */
    static List<Noted> of(Party party) {
        List<Noted> told = new ArrayList<>();
        boolean connected = startsConnected(party);
        boolean sends = connected;
        for (Noted call : party.calls()) {
            SocketEvent event = call.event();
            if (isTold(event, connected, sends)) {
                told.add(call);
            }
            connected |= connects(event);
            sends = (sends || connects(event)) && !endsOutput(event);
        }
        return told;
    }

    /** {@code EPIPE} says nothing of it where the output was ended before, nor {@code ENOTCONN} where nothing was connected. */
    private static boolean isTold(SocketEvent event, boolean connected, boolean sends) {
        boolean gone = connected && event.call() == Call.SHUTDOWN && event.failedWith(Errno.ENOTCONN);
        boolean broken = sends && event.failedWith(Errno.EPIPE);
        return gone || broken || event.failedWith(Errno.ECONNRESET) || event.tellsOfGivingUp() || asksInVain(event);
    }

    private static boolean asksInVain(SocketEvent event) {
        return event.call() == Call.CONNECT
                && event.outcome() instanceof Failed failed
                && failed.errno().endsTheUnanswered();
    }

    /** Whoever was accepted; and whoever was made before anybody looked, since what came before is not known. */
    static boolean startsConnected(Party party) {
        List<Noted> calls = party.calls();
        return calls.isEmpty() || calls.get(0).event().call() != Call.SOCKET;
    }

    static boolean connects(SocketEvent event) {
        return event.call() == Call.CONNECT && !event.failed() && !event.pending();
    }

    static boolean endsOutput(SocketEvent event) {
        boolean shut =
                event.arguments() instanceof Half half && half.direction().out();
        return !event.failed() && !event.pending() && (shut || event.call() == Call.CLOSE);
    }
}
