package org.sockrates.shell.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.sockrates.capture.PassedMessage;

/** What the links of a session saw pass, for the ladder. Each link is a source of its own. */
public final class Passed {
    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final List<Everywhere> tracings = new ArrayList<>();

    /** Somebody who saw messages pass. */
    @FunctionalInterface
    public interface Source {
        List<PassedMessage> messages();

        /**
         * Tells what passes from now on, a line each; a source that tells nothing else may leave it.
         *
         * @param listener is called by another thread
         * @return ends it
         */
        default Place.Tracing trace(Consumer<String> listener) {
            return () -> {};
        }
    }

    /** One more source; who traces hears of it, too. */
    public synchronized void add(Source source) {
        sources.add(source);
        tracings.forEach(tracing -> tracing.add(source));
    }

    /**
     * Tells what passes from now on at every source, also at those to come.
     *
     * @param listener is called by other threads
     * @return ends it
     */
    public synchronized Place.Tracing trace(Consumer<String> listener) {
        Everywhere tracing = new Everywhere(listener);
        sources.forEach(tracing::add);
        tracings.add(tracing);
        return () -> end(tracing);
    }

    private synchronized void end(Everywhere tracing) {
        tracings.remove(tracing);
        tracing.begun.forEach(Place.Tracing::close);
    }

    /** One trace, at all sources. */
    private static final class Everywhere {
        private final Consumer<String> listener;
        private final List<Place.Tracing> begun = new ArrayList<>();

        private Everywhere(Consumer<String> listener) {
            this.listener = listener;
        }

        private void add(Source source) {
            begun.add(source.trace(listener));
        }
    }

    /** All of them. */
    public List<PassedMessage> messages() {
        List<PassedMessage> all = new ArrayList<>();
        sources.forEach(source -> all.addAll(source.messages()));
        return all;
    }
}
