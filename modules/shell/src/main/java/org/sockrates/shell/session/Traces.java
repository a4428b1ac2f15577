package org.sockrates.shell.session;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who traces a session: one at a time, and with it what the place tells. */
public final class Traces {
    private final List<EventListener> listeners;
    private final AtomicReference<@Nullable Going> going = new AtomicReference<>();

    /** Begins a trace of where the session is by then. */
    @FunctionalInterface
    public interface Beginning {
        Traced begin() throws IOException;
    }

    /**
     * A trace that has begun.
     *
     * @param listener is told of the session's calls
     * @param packets tells what passes, until it is closed
     */
    public record Traced(EventListener listener, Place.Tracing packets) {}

    private record Going(Beginning beginning, Traced traced) {}

    /** @param listeners the session's, which any thread may change */
    Traces(List<EventListener> listeners) {
        this.listeners = listeners;
    }

    /** Lets a trace begin, in place of the one before, which ends first: both would tell what is seen meanwhile. */
    public void begin(Beginning beginning) throws IOException {
        end();
        Traced begun = beginning.begin();
        listeners.add(begun.listener());
        Optional.ofNullable(going.getAndSet(new Going(beginning, begun))).ifPresent(this::end);
    }

    /**
     * Ends the trace, if there is one.
     *
     * @return how it began
     */
    public Optional<Beginning> end() {
        Optional<Going> last = Optional.ofNullable(going.getAndSet(null));
        last.ifPresent(this::end);
        return last.map(Going::beginning);
    }

    private void end(Going ending) {
        listeners.remove(ending.traced().listener());
        ending.traced().packets().close();
    }

    /** Whether somebody traces. */
    public boolean on() {
        return going.get() != null;
    }

    /** Waits, within a limit, until what has been seen by now is told: behind a command, for who goes on with the next. */
    public void settle() {
        Optional.ofNullable(going.get())
                .ifPresent(last -> last.traced().packets().settle());
    }
}
