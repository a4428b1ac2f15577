package org.sockrates.shell.session;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.link.relay.Cut;
import org.sockrates.link.relay.Refusal;

/** What the links of a session saw pass, for the ladder. Each link is a source of its own. */
public final class Passed {
    private static final int MOST_OVER = 16;

    private final Set<Source> sources = new LinkedHashSet<>();
    private final Deque<Over> over = new ArrayDeque<>();
    private final List<Everywhere> tracings = new ArrayList<>();

    /** What is kept of a source that is no more. */
    private record Over(List<PassedMessage> messages, List<Cut> cuts) {}

    /** Somebody who saw messages pass. */
    @FunctionalInterface
    public interface Source {
        List<PassedMessage> messages();

        /** Whose connections it could not continue; a source of datagrams has none. */
        default List<Refusal> refusals() {
            return List.of();
        }

        /** Which connections it ended by itself; a source of datagrams has none. */
        default List<Cut> cuts() {
            return List.of();
        }

        /**
         * Lets a teller tell what passes from now on, a line each; a source that tells nothing else may leave it.
         *
         * @return ends it; the teller is its owner's to close
         */
        default Place.Tracing trace(Teller teller) {
            return () -> {};
        }
    }

    /** One more source; who traces hears of it, too. */
    public synchronized void add(Source source) {
        sources.add(source);
        tracings.forEach(tracing -> tracing.add(source));
    }

    /** A source that sees no more: what it saw is kept, of the last so many. One that was not added is no source. */
    public void end(Source source) {
        over(source).forEach(Place.Tracing::close); // which may wait, and nobody for that
    }

    private synchronized List<Place.Tracing> over(Source source) {
        if (!sources.remove(source)) {
            return List.of();
        }
        over.add(new Over(source.messages(), source.cuts()));
        if (over.size() > MOST_OVER) {
            over.remove();
        }
        return tracings.stream()
                .flatMap(tracing -> Stream.ofNullable(tracing.begun.remove(source)))
                .toList();
    }

    /**
     * Lets a teller tell what passes from now on at every source, also at those to come.
     *
     * @return ends it; the teller is its owner's to close
     */
    public synchronized Place.Tracing trace(Teller teller) {
        Everywhere tracing = new Everywhere(teller);
        sources.forEach(tracing::add);
        tracings.add(tracing);
        return () -> end(tracing);
    }

    private void end(Everywhere tracing) {
        synchronized (this) {
            tracings.remove(tracing);
        }
        tracing.begun.values().forEach(Place.Tracing::close);
    }

    /** Whose connections the links that are there could not continue. */
    public synchronized List<Refusal> refusals() {
        return sources.stream().flatMap(source -> source.refusals().stream()).toList();
    }

    /**
     * That a link of the session, one that may be gone, ended such a connection, and how; the last word of it.
     *
     * @param local the address of the end that asks
     */
    public synchronized Optional<Cut> cut(@Nullable InetSocketAddress local, @Nullable InetSocketAddress remote) {
        return Stream.concat(
                        over.stream().flatMap(source -> source.cuts().stream()),
                        sources.stream().flatMap(source -> source.cuts().stream()))
                .filter(cut -> cut.local().equals(local) && cut.remote().equals(remote))
                .reduce((earlier, later) -> later);
    }

    /** One trace, at all sources. */
    private static final class Everywhere {
        private final Teller teller;
        private final Map<Source, Place.Tracing> begun = new LinkedHashMap<>();

        private Everywhere(Teller teller) {
            this.teller = teller;
        }

        private void add(Source source) {
            begun.put(source, source.trace(teller));
        }
    }

    /** From now on it is as if those that see no more had never seen anything. */
    synchronized void forget() {
        over.clear();
    }

    /** All of them. */
    public synchronized List<PassedMessage> messages() {
        List<PassedMessage> all = new ArrayList<>();
        over.forEach(source -> all.addAll(source.messages()));
        sources.forEach(source -> all.addAll(source.messages()));
        return all;
    }
}
