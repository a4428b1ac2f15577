package org.sockrates.shell.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who traces a session: one at a time, and with it what the place tells. */
public final class Traces {
    private final List<EventListener> listeners;
    private final AtomicReference<@Nullable Traced> traced = new AtomicReference<>();

    private record Traced(EventListener listener, Place.Tracing packets) {}

    /** @param listeners the session's, which any thread may change */
    Traces(List<EventListener> listeners) {
        this.listeners = listeners;
    }

    /** Lets one listener trace, in place of the one before. */
    public void begin(EventListener listener, Place.Tracing packets) {
        listeners.add(listener);
        Optional.ofNullable(traced.getAndSet(new Traced(listener, packets))).ifPresent(this::end);
    }

    /** Ends the trace, if there is one. */
    public void end() {
        Optional.ofNullable(traced.getAndSet(null)).ifPresent(this::end);
    }

    private void end(Traced ending) {
        listeners.remove(ending.listener());
        ending.packets().close();
    }

    /** Whether somebody traces. */
    public boolean on() {
        return traced.get() != null;
    }

    /** Waits, within a limit, until what has been seen by now is told: behind a command, for who goes on with the next. */
    public void settle() {
        Optional.ofNullable(traced.get()).ifPresent(going -> going.packets().settle());
    }
}
