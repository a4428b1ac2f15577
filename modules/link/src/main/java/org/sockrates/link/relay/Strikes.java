package org.sockrates.link.relay;

import java.util.ArrayList;
import java.util.List;

/** What faults will do to a connection by themselves, each at its time. Not for two threads. */
final class Strikes {
    private final TcpConnection connection;
    private final RelayLoop loop;
    private final List<Times.Task> waiting = new ArrayList<>();

    Strikes(TcpConnection connection, RelayLoop loop) {
        this.connection = connection;
        this.loop = loop;
    }

    /** Those of these faults from now on, and no others. */
    void use(StreamFaults faults) {
        cancel();
        faults.byThemselves(
                loop.nowNanos(),
                (word, end) -> waiting.add(loop.at(end.dueNanos(), () -> connection.cut(end.kind(), word))));
    }

    void cancel() {
        waiting.forEach(Times.Task::cancel);
        waiting.clear();
    }
}
