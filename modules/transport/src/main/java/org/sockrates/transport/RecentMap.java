package org.sockrates.transport;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map with a bound: of more than so many, the one that nobody asked for longest is forgotten. For what strangers can make
 * grow; not for two threads.
 */
public final class RecentMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    /** @param most how many are kept */
    public RecentMap(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
