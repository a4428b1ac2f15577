package org.sockrates.link.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.UsageException;

/**
 * The parts of a specification. Words that follow {@code upstream} or {@code downstream} hold for that way only, and take
 * the place of the same word before.
 *
 * @param both parts for both ways
 * @param upstream parts for what the client sends to the server only
 * @param downstream parts for what the server sends to the client only
 */
public record Sections<T extends Part>(List<T> both, List<T> upstream, List<T> downstream) {
    public Sections {
        both = List.copyOf(both);
        upstream = List.copyOf(upstream);
        downstream = List.copyOf(downstream);
    }

    /** Nothing is specified. */
    public static <T extends Part> Sections<T> none() {
        return new Sections<>(List.of(), List.of(), List.of());
    }

    /** Sections as they are typed, word by word. */
    public static final class Typed<T extends Part> {
        private final String where;
        private final List<T> both = new ArrayList<>();
        private final List<T> upstream = new ArrayList<>();
        private final List<T> downstream = new ArrayList<>();
        private List<T> section = both;
        private @Nullable Way begun;

        /** @param where what is specified, for messages: {@code link} */
        public Typed(String where) {
            this.where = where;
        }

        /**
         * What is added from here on holds for this way.
         *
         * @throws UsageException when nothing was added behind the one before
         */
        public void begin(Way way) {
            refuseUnlessAdded();
            begun = way;
            section = way == Way.UPSTREAM ? upstream : downstream;
        }

        /**
         * A part follows.
         *
         * @throws UsageException when its place is taken in this section
         */
        public void add(T part) {
            if (section.stream().anyMatch(other -> other.place() == part.place())) {
                throw new UsageException(where, part.word(), "each word once, or once for each way");
            }
            section.add(part);
            begun = null;
        }

        /**
         * What was typed.
         *
         * @throws UsageException when nothing was added behind a way
         */
        public Sections<T> all() {
            refuseUnlessAdded();
            return new Sections<>(both, upstream, downstream);
        }

        /** Whoever types a way behind what is meant for it would have that both ways. */
        private void refuseUnlessAdded() {
            if (begun != null) {
                throw UsageException.nothingFollows(where + ": " + begun.word(), "words for that way, behind it");
            }
        }
    }

    /** Whether no part is for one way only. */
    public boolean sameBothWays() {
        return upstream.isEmpty() && downstream.isEmpty();
    }

    /** All of them, in the order they were typed. */
    public List<T> all() {
        return Stream.of(both, upstream, downstream).flatMap(List::stream).toList();
    }

    /** Whether one draws random numbers. */
    public boolean draw() {
        return all().stream().anyMatch(Part::draws);
    }

    /** Those of one way, one for each place, in the order of places; what was typed wins. */
    public List<T> of(Way way, List<T> unlessTyped) {
        TreeMap<Integer, T> byPlace = new TreeMap<>();
        Stream.of(unlessTyped, both, way == Way.UPSTREAM ? upstream : downstream)
                .flatMap(List::stream)
                .forEach(part -> byPlace.put(part.place(), part));
        return List.copyOf(byPlace.values());
    }

    /** As they are typed; other words for both ways stand behind the parts for both. */
    public String text(List<String> others) {
        StringJoiner text = new StringJoiner(" ");
        both.forEach(part -> text.add(part.text()));
        others.forEach(text::add);
        add(text, Way.UPSTREAM, upstream);
        add(text, Way.DOWNSTREAM, downstream);
        return text.toString();
    }

    private static void add(StringJoiner text, Way way, List<? extends Part> parts) {
        if (!parts.isEmpty()) {
            text.add(way.word());
            parts.forEach(part -> text.add(part.text()));
        }
    }
}
