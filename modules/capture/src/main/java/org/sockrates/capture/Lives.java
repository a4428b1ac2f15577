package org.sockrates.capture;

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
final class Lives {
    private final Map<Integer, TreeMap<Moment, Life>> byNumber = new HashMap<>();
    private final List<Life> all = new ArrayList<>();

    private Lives() {}

    /** The lives in the order of their births. */
    static List<Life> of(List<SocketEvent> events) {
        Lives lives = new Lives();
        List<Noted> ended = ended(events);
        ended.forEach(lives::birth);
        ended.forEach(noted -> lives.at(noted).add(noted));
        return lives.all;
    }

    /** In the order of their ends; of a call that waited, only its end, if there is one. */
    private static List<Noted> ended(List<SocketEvent> events) {
        Set<List<Object>> done = new HashSet<>();
        for (SocketEvent event : events) {
            if (!event.pending()) {
                done.add(List.of(event.socket(), event.call(), event.startNanos()));
            }
        }
        List<SocketEvent> kept = new ArrayList<>(events);
        kept.removeIf(
                event -> event.pending() && done.contains(List.of(event.socket(), event.call(), event.startNanos())));
        kept.sort(Comparator.comparingLong(SocketEvent::endNanos));
        List<Noted> noted = new ArrayList<>(kept.size());
        for (SocketEvent event : kept) {
            noted.add(new Noted(event, 2L * noted.size()));
        }
        return noted;
    }

    private void birth(Noted noted) {
        SocketEvent event = noted.event();
        if (event.call() == Call.SOCKET && !event.failed()) {
            put(event.socket(), noted.begin(), new Life(event.socket(), null, null));
        } else if (event.call() == Call.ACCEPT && event.value() >= 0) {
            int number = (int) event.value();
            put(number, new Moment(event.endNanos(), noted.order()), new Life(number, at(noted), noted));
        }
    }

    private void put(int number, Moment born, Life life) {
        byNumber.computeIfAbsent(number, none -> new TreeMap<>()).put(born, life);
        all.add(life);
    }

    private Life at(Noted noted) {
        int number = noted.event().socket();
        TreeMap<Moment, Life> lives = byNumber.get(number);
        Map.Entry<Moment, Life> latest = lives == null ? null : lives.floorEntry(noted.begin());
        if (latest == null) {
            put(number, new Moment(Long.MIN_VALUE, 0), new Life(number, null, null));
            return at(noted);
        }
        return latest.getValue();
    }
}
