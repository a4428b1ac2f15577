package org.sockrates.shell.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sockrates.capture.PassedMessage;

/** What the links of a session saw pass, for the ladder. Each link is a source of its own. */
public final class Passed {
    private final List<Source> sources = new CopyOnWriteArrayList<>();

    /** Somebody who saw messages pass. */
    @FunctionalInterface
    public interface Source {
        List<PassedMessage> messages();
    }

    public void add(Source source) {
        sources.add(source);
    }

    /** All of them. */
    public List<PassedMessage> messages() {
        List<PassedMessage> all = new ArrayList<>();
        sources.forEach(source -> all.addAll(source.messages()));
        return all;
    }
}
