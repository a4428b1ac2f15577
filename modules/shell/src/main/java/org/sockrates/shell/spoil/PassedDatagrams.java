package org.sockrates.shell.spoil;

import java.util.List;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.link.LinkHost;
import org.sockrates.shell.session.Passed;
import org.sockrates.shell.session.PassedLog;
import org.sockrates.shell.session.Place;
import org.sockrates.shell.session.Teller;

/** What a relay of datagrams sees: message by message for the ladder, and packet by packet for a trace. */
record PassedDatagrams(LinkHost relay) implements Passed.Source {
    @Override
    public Place.Tracing trace(Teller teller) {
        return RelayTrace.begin(relay, teller);
    }

    @Override
    public List<PassedMessage> messages() {
        return PassedLog.messages(relay.log());
    }
}
