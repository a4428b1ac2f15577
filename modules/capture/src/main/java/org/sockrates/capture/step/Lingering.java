package org.sockrates.capture.step;

import java.util.List;
import org.sockrates.capture.conversation.Life;
import org.sockrates.capture.conversation.Moment;
import org.sockrates.capture.conversation.Noted;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

/** Whether a socket's close is a reset by wish, as {@code SO_LINGER 0} is one: Linux, socket(7). */
enum Lingering {
    /** It throws the connection away. */
    NONE,
    /** It ends the stream in order, now or later. */
    SOME,
    /** It may have been set before anybody looked. */
    UNKNOWN;

    /** What the last that was set before a moment says; whoever set none has what the socket had that accepted him. */
    static Lingering at(Moment when, Life life) {
        List<Noted> calls = life.calls();
        for (int i = calls.size() - 1; i >= 0; i--) {
            SocketEvent event = calls.get(i).event();
            if (sets(event) && calls.get(i).begin().compareTo(when) < 0) {
                return event.arguments() instanceof Option option
                                && option.value().matches("0+")
                        ? NONE
                        : SOME;
            }
        }
        if (life.door() != null && life.accept() != null) {
            return at(life.accept().returned(), life.door());
        }
        return life.isKnownWhole() ? SOME : UNKNOWN;
    }

    private static boolean sets(SocketEvent event) {
        return event.call() == Call.SETSOCKOPT
                && !event.failed()
                && event.arguments() instanceof Option option
                && option.name().equalsIgnoreCase("SO_LINGER");
    }
}
