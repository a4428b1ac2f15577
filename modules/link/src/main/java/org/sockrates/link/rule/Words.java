package org.sockrates.link.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.PercentText;
import org.sockrates.transport.text.WholeText;

/**
 * The words of a specification, read one after the other; each complaint names the word. It knows no word itself: its reader
 * says what may follow.
 */
public final class Words {
    private static final int LONGEST = 4096;

    private static final Duration LONGEST_TIME = Duration.ofHours(1);

    private final String where;
    private final List<String> words;
    private int next;

    /** @param where what is specified, for messages: {@code link} */
    public Words(String where, String text) {
        if (text.length() > LONGEST) {
            throw new UsageException(where, text, "at most " + LONGEST + " characters");
        }
        this.where = where;
        String trimmed = text.strip();
        words = trimmed.isEmpty() ? List.of() : List.of(trimmed.split("[ \\t\\r\\n]+"));
    }

    /** What is specified, for messages. */
    public String where() {
        return where;
    }

    public boolean hasNext() {
        return next < words.size();
    }

    /** The next word, where there is one. */
    public String take() {
        return words.get(next++);
    }

    /**
     * The next word.
     *
     * @param after what it follows, for the message
     * @param expected what it is to be, for the message
     * @throws UsageException when there is none
     */
    public String take(String after, String expected) {
        if (!hasNext()) {
            throw UsageException.nothingFollows(where + ": " + after, expected);
        }
        return take();
    }

    /** Takes the next word if it is this one. */
    boolean takeIf(String word) {
        boolean same = hasNext() && words.get(next).equals(word);
        if (same) {
            next++;
        }
        return same;
    }

    boolean kindFollows() {
        return hasNext() && PacketKind.WORDS.contains(words.get(next));
    }

    /** Takes the next word if it is a kind of packet. */
    @Nullable
    PacketKind kindIf() {
        return kindFollows() ? PacketKind.of(take()).orElseThrow() : null;
    }

    /** Whether the next word begins like a value, with a digit or what people take for one, not like a word. */
    public boolean valueFollows() {
        return hasNext() && !Character.isLetter(words.get(next).codePointAt(0));
    }

    /** The next word as a percentage. */
    public double percent(String of) {
        return PercentText.parse(where + ": " + of, take(of, "a percentage, such as 5%"));
    }

    /** The next word as a percentage if it is a value, else this one. */
    double percentOr(String of, double otherwise) {
        return valueFollows() ? percent(of) : otherwise;
    }

    /** Whether the next word ends like a duration. */
    public boolean nextHasUnitOfTime() {
        return hasNext() && words.get(next).matches("(?i)[0-9.]+(ns|us|ms|s|min|h)");
    }

    /** The next word as a duration of at most an hour. */
    public Duration duration(String of) {
        return DurationText.parse(where + ": " + of, take(of, "a duration, such as 20ms"), Duration.ZERO, LONGEST_TIME);
    }

    /** The value of a word that may be said once. */
    public <T> Optional<T> once(String word, Optional<T> before, Supplier<T> value) {
        if (before.isPresent()) {
            throw new UsageException(where, word, "each word once");
        }
        return Optional.of(value.get());
    }

    /** The next word as a seed, which is 0 or more. */
    public long seed() {
        return WholeText.parseLong(where + ": seed", take("seed", "a whole number"), 0, Long.MAX_VALUE);
    }
}
