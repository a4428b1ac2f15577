package org.sockrates.lab.expect;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * The values that placeholders have caught so far, by name. Never changes: catching one gives a new set, so that a
 * search may try and go back.
 */
public final class Captures {
    /** In place of a line: it was there before the first one. */
    public static final int GIVEN = 0;

    /** Nothing caught yet. */
    public static final Captures NONE = new Captures(Map.of(), Set.of());

    private final Map<String, Capture> byName;
    private final Set<String> missed;

    /**
     * One caught value.
     *
     * @param line of the lab file, where it was caught; {@link #GIVEN} where it was in none
     */
    public record Capture(String value, int line) {}

    private Captures(Map<String, Capture> byName, Set<String> missed) {
        this.byName = byName;
        this.missed = missed;
    }

    /** The same, and one more or another value for a name. */
    public Captures with(String name, String value, int line) {
        Map<String, Capture> more = new TreeMap<>(byName);
        more.put(name, new Capture(value, line));
        return new Captures(more, missed);
    }

    /** The same, and those of these names that have no value get none from now on: what was to catch it did not come. */
    public Captures missed(Set<String> names) {
        Set<String> more = new TreeSet<>(missed);
        more.addAll(names);
        return new Captures(byName, more);
    }

    /** Whether a name has no value, and gets none any more. */
    boolean isMissed(String name) {
        return missed.contains(name) && !byName.containsKey(name);
    }

    /** What is said where a name has no value. */
    public static String noValue(String name) {
        return "no value for {" + name + "}: no line above captured it";
    }

    /** What was caught under a name. */
    public Optional<Capture> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Puts caught values into a command: {@code connect alice localhost {port}}. Unknown names stay as they are. */
    public String substitute(String command) {
        return Placeholders.SYNTAX.matcher(command).replaceAll(found -> {
            String whole = found.group();
            return Matcher.quoteReplacement(
                    found.group(2) == null
                            ? find(found.group(1)).map(Capture::value).orElse(whole)
                            : whole);
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Captures that && byName.equals(that.byName) && missed.equals(that.missed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(byName, missed);
    }

    @Override
    public String toString() {
        return byName.toString();
    }
}
