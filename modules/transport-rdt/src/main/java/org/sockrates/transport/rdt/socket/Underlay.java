package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;

/** What a transport in user space stands on: a way to send datagrams, the time, and places to wait. */
public interface Underlay {
    /** The time of everything here. */
    NanoClock clock();

    /** A call begins, which may take time where time is virtual; never with a port's monitor held. */
    default void callBegins() {
        // real calls take real time
    }

    /** A place where the calls of one socket wait. */
    Turnstile turnstile();

    /**
     * A port, not bound yet: {@code socket(2)}.
     *
     * @param above is told of what comes
     */
    Port open(Family family, Port.Above above) throws IOException;
}
