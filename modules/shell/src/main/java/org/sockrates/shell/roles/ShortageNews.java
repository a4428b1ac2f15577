package org.sockrates.shell.roles;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.sockrates.shell.session.EventListener;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.serving.Shortage;

/** That a server has no descriptor left for a further client: said once, however often it tries again. */
final class ShortageNews implements EventListener {
    private final String actor;
    private final String server;
    private final Consumer<String> voice;
    private final AtomicBoolean said = new AtomicBoolean();

    /** @param server how it is called: {@code tcp 127.0.0.1:12345} */
    ShortageNews(String actor, String server, Consumer<String> voice) {
        this.actor = actor;
        this.server = server;
        this.voice = voice;
    }

    @Override
    public void heard(String who, SocketEvent event) {
        if (who.equals(actor) && isShortage(event) && said.compareAndSet(false, true)) {
            voice.accept("server: " + server + ": no file descriptor left for a further client (expected: one each);"
                    + " they wait until one goes; allow more: ulimit -n");
        }
    }

    static boolean isShortage(SocketEvent event) {
        return event.call() == Call.ACCEPT && event.outcome() instanceof Failed failed && Shortage.isIt(failed.errno());
    }
}
