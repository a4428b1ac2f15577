package org.sockrates.shell.spoil;

import java.util.List;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.link.relay.Cut;
import org.sockrates.link.relay.Refusal;
import org.sockrates.link.relay.TcpRelay;
import org.sockrates.shell.session.Passed;
import org.sockrates.shell.session.PassedLog;

/** What a relay of streams sees, piece by piece, for the ladder. */
record PassedPieces(TcpRelay relay) implements Passed.Source {
    @Override
    public List<PassedMessage> messages() {
        return PassedLog.pieces(relay.log());
    }

    @Override
    public List<Refusal> refusals() {
        return relay.endings().refusals();
    }

    @Override
    public List<Cut> cuts() {
        return relay.endings().cuts();
    }
}
