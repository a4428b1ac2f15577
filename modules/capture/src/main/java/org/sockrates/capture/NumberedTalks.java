package org.sockrates.capture;

import java.util.LinkedHashMap;
import java.util.Map;

/** The conversations of numbered packets that pass one place, the last few hundred that somebody spoke in. */
public final class NumberedTalks {
    private static final int MOST = 256;

    private final Map<Object, NumberedTalk> talks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, NumberedTalk> eldest) {
            return size() > MOST;
        }
    };

    /** The conversation of these two, begun where there was none. */
    public NumberedTalk of(Object ends) {
        return talks.computeIfAbsent(ends, first -> new NumberedTalk());
    }
}
