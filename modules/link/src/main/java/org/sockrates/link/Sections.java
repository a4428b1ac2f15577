package org.sockrates.link;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** What holds for one way of a link or of a stream, when some was typed for both ways and some for one. */
final class Sections {
    private Sections() {}

    /** One for each place, in the order of places; the later list wins. */
    static <T> List<T> merged(List<T> unlessTyped, List<T> both, List<T> oneWay, ToIntFunction<T> place) {
        Map<Integer, T> byPlace = new TreeMap<>();
        unlessTyped.forEach(item -> byPlace.put(place.applyAsInt(item), item));
        both.forEach(item -> byPlace.put(place.applyAsInt(item), item));
        oneWay.forEach(item -> byPlace.put(place.applyAsInt(item), item));
        return List.copyOf(byPlace.values());
    }
}
