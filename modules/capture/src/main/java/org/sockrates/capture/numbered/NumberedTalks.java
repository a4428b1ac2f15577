package org.sockrates.capture.numbered;

import java.util.Map;
import org.sockrates.transport.RecentMap;

/** The conversations of numbered packets that pass one place, the last few hundred that somebody spoke in. */
public final class NumberedTalks {
    private static final int MOST = 256;

    private final Map<Object, NumberedTalk> talks = new RecentMap<>(MOST);

    /** The conversation of these two, begun where there was none. */
    public NumberedTalk of(Object ends) {
        return talks.computeIfAbsent(ends, first -> new NumberedTalk());
    }
}
