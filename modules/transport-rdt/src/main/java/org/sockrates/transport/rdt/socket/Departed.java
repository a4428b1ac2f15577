package org.sockrates.transport.rdt.socket;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Connections that were here lately. What opens one of them again is a copy from the past, and behind it may come copies of
 * everything that was said then (RFC 9293 §3.6.1 has TIME-WAIT against that). Only their numbers are kept.
 */
final class Departed {
    /** The oldest are forgotten first. */
    private static final int MOST = 4_096;
    /** No packet is on its way for longer. */
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(60).toNanos();

    private final Map<Peer, Long> since = new LinkedHashMap<>();

    void add(Peer peer, long nowNanos) {
        since.remove(peer);
        since.put(peer, nowNanos);
        Iterator<Long> oldest = since.values().iterator();
        while (oldest.hasNext() && (nowNanos - oldest.next() > REMEMBERED_NANOS || since.size() > MOST)) {
            oldest.remove();
        }
    }

    boolean has(Peer peer, long nowNanos) {
        Long then = since.get(peer);
        return then != null && nowNanos - then <= REMEMBERED_NANOS;
    }
}
