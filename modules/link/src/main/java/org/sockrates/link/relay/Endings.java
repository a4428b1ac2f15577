package org.sockrates.link.relay;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import org.sockrates.link.Hop;

/**
 * What a {@link TcpRelay}'s faults did to the ends of streams, which connections it ended, and which it could not continue,
 * oldest first. Any thread may look.
 */
public final class Endings {
    private static final int MOST_REFUSALS = 64;

    private final int most;
    private final int mostCuts;
    private final ArrayDeque<StreamEnd> ends = new ArrayDeque<>();
    private final ArrayDeque<Cut> cuts = new ArrayDeque<>();
    private final ArrayDeque<Refusal> refusals = new ArrayDeque<>();

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

    synchronized void add(Refusal refusal) {
        forget(refusal.client());
        add(refusals, refusal, MOST_REFUSALS);
    }

    private static <T> void add(ArrayDeque<T> last, T one, int most) {
        if (last.size() == most) {
            last.removeFirst();
        }
        last.addLast(one);
    }

    /** Who comes again from the same ports is another connection. */
    synchronized void served(Hop up) {
        forget(up.from());
        cuts.removeIf(cut -> cut.local().equals(up.from()) || cut.remote().equals(up.exit()));
    }

    private void forget(InetSocketAddress client) {
        refusals.removeIf(refusal -> refusal.client().equals(client));
    }

    /** The lines of the log. */
    public synchronized List<StreamEnd> ends() {
        return List.copyOf(ends);
    }

    /** Those of the last clients that were reset because the server could not be reached. */
    public synchronized List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** The last connections that the relay ended, each as both of its ends saw it. */
    public synchronized List<Cut> cuts() {
        return List.copyOf(cuts);
    }

    @Override
    public synchronized String toString() {
        return "Endings[ends=" + ends + ", refusals=" + refusals + ", cuts=" + cuts + "]";
    }
}
