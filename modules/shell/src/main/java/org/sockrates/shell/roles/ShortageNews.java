package org.sockrates.shell.roles;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.sockrates.shell.session.EventListener;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.serving.Shortage;

/** That a server has no descriptor, or no thread, left for a further client: said once, however often it tries again. */
final class ShortageNews implements EventListener {
    private final String actor;
    private final String server;
    private final Consumer<String> voice;
    private final AtomicBoolean saidOfDescriptors = new AtomicBoolean();
    private final AtomicBoolean saidOfThreads = new AtomicBoolean();

    /** @param server how it is called: {@code tcp 127.0.0.1:12345} */
    ShortageNews(String actor, String server, Consumer<String> voice) {
        this.actor = actor;
        this.server = server;
        this.voice = voice;
    }

    @Override
    public void heard(String who, SocketEvent event) {
        if (who.equals(actor) && isShortage(event)) {
            say(saidOfDescriptors, "file descriptor", "ulimit -n");
        }
    }

    /** No thread is left. */
    void outOfThreads() {
        say(saidOfThreads, "thread", "ulimit -u");
    }

    private void say(AtomicBoolean said, String what, String limit) {
        if (said.compareAndSet(false, true)) {
            voice.accept("server: " + server + ": no " + what + " left for a further client (expected: one each);"
                    + " they wait until one goes; allow more: " + limit);
        }
    }

    static boolean isShortage(SocketEvent event) {
        return event.call() == Call.ACCEPT && event.outcome() instanceof Failed failed && Shortage.isIt(failed.errno());
    }
}
