package org.sockrates.capture.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

/** Sorts events into the lives of sockets. An event list that begins in the middle of a life gives the rest of it. */
public final class Lives {
    /** A number, and whose. */
    public record Key(String actor, int socket) {
        public static Key of(Life life) {
            return new Key(life.actor(), life.number());
        }
    }

    /** What the beginning and the end of one call have in common. */
    private record Made(String actor, int socket, Call call, long startNanos) {
        static Made of(ActorEvent event) {
            SocketEvent call = event.event();
            return new Made(event.actor(), call.socket(), call.call(), call.startNanos());
        }
    }

    private final Map<Key, TreeMap<Moment, Life>> byNumber = new HashMap<>();
    private final List<Life> all = new ArrayList<>();

    private Lives() {}

    /** The lives in the order of their births. */
    public static List<Life> of(List<ActorEvent> events) {
        Lives lives = new Lives();
        List<Noted> ended = ended(events);
        ended.forEach(lives::birth);
        ended.forEach(noted -> lives.at(noted).add(noted));
        return lives.all;
    }

    /** In the order of their ends; of a call that waited, only its end, if there is one. */
    private static List<Noted> ended(List<ActorEvent> events) {
        Set<Made> done = new HashSet<>();
        for (ActorEvent event : events) {
            if (!event.event().pending()) {
                done.add(Made.of(event));
            }
        }
        List<ActorEvent> kept = new ArrayList<>(events);
        kept.removeIf(event -> event.event().pending() && done.contains(Made.of(event)));
        kept.sort(Comparator.comparingLong(event -> event.event().endNanos()));
        List<Noted> noted = new ArrayList<>(kept.size());
        for (ActorEvent event : kept) {
            noted.add(new Noted(event.actor(), event.stream(), event.below(), event.event(), 2L * noted.size()));
        }
        return noted;
    }

    private void birth(Noted noted) {
        SocketEvent event = noted.event();
        if (event.call() == Call.SOCKET && !event.failed()) {
            Key key = new Key(noted.actor(), event.socket());
            put(key, noted.begin(), new Life(key.actor(), key.socket(), null, null));
        } else if (event.call() == Call.ACCEPT && event.value() >= 0) {
            Key key = new Key(noted.actor(), (int) event.value());
            Moment born = new Moment(event.endNanos(), noted.order());
            put(key, born, new Life(key.actor(), key.socket(), at(noted), noted));
        }
    }

    private void put(Key key, Moment born, Life life) {
        byNumber.computeIfAbsent(key, none -> new TreeMap<>()).put(born, life);
        all.add(life);
    }

    private Life at(Noted noted) {
        Key key = new Key(noted.actor(), noted.event().socket());
        TreeMap<Moment, Life> lives = byNumber.get(key);
        Map.Entry<Moment, Life> latest = lives == null ? null : lives.floorEntry(noted.begin());
        if (latest == null) {
            put(key, new Moment(Long.MIN_VALUE, 0), new Life(key.actor(), key.socket(), null, null));
            return at(noted);
        }
        return latest.getValue();
    }
}
