package org.sockrates.link.relay;

import java.util.ArrayDeque;
import java.util.List;
import org.sockrates.link.Hop;

/**
 * What a {@link TcpRelay}'s faults did to the ends of streams, which connections it ended, and which it could not continue,
 * oldest first. Any thread may look.
 */
public final class Endings {
    private final int most;
    private final int mostCuts;
    private final ArrayDeque<StreamEnd> ends = new ArrayDeque<>();
    private final ArrayDeque<Cut> cuts = new ArrayDeque<>();
    private final Refusals refusals = new Refusals();

    Endings(RelaySettings settings) {
        most = settings.mostLogged();
        mostCuts = 2 * settings.mostPeers(); // both ends of all that can stand
    }

    synchronized void add(StreamEnd end) {
        add(ends, end, most);
    }

    synchronized void add(Cut cut) {
        add(cuts, cut, mostCuts);
    }

    void add(Refusal refusal) {
        refusals.add(refusal);
    }

    private static <T> void add(ArrayDeque<T> last, T one, int most) {
        if (last.size() == most) {
            last.removeFirst();
        }
        last.addLast(one);
    }

    /** Who comes again from the same ports is another connection. */
    synchronized void served(Hop up) {
        refusals.served(up.from());
        cuts.removeIf(cut -> cut.local().equals(up.from()) || cut.remote().equals(up.exit()));
    }

    /** The lines of the log. */
    public synchronized List<StreamEnd> ends() {
        return List.copyOf(ends);
    }

    /** Those of the last clients that were reset because the server could not be reached. */
    public List<Refusal> refusals() {
        return refusals.all();
    }

    /** The last connections that the relay ended, each as both of its ends saw it. */
    public synchronized List<Cut> cuts() {
        return List.copyOf(cuts);
    }
}
