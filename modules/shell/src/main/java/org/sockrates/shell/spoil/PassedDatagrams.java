package org.sockrates.shell.spoil;

import java.util.List;
import java.util.function.Consumer;
import org.sockrates.capture.PassedMessage;
import org.sockrates.link.LinkHost;
import org.sockrates.shell.session.Passed;
import org.sockrates.shell.session.PassedLog;
import org.sockrates.shell.session.Place;

/** What a relay of datagrams sees: message by message for the ladder, and packet by packet for a trace. */
record PassedDatagrams(LinkHost relay) implements Passed.Source {
    @Override
    public Place.Tracing trace(long zeroNanos, Consumer<String> listener) {
        return RelayTrace.begin(relay, zeroNanos, listener);
    }

    @Override
    public List<PassedMessage> messages() {
        return PassedLog.messages(relay.log());
    }
}
