package org.sockrates.link.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.WholeText;

/**
 * Packets named by number, so that a lab holds on every run whatever the seed: {@code 3}, {@code 3,7-9}, {@code 10-}
 * (all from the tenth on), {@code every 3}. Packets are counted from 1, each way for itself; behind a kind, as in
 * {@code data 3}, only packets of this kind are counted and meant.
 *
 * @param kind whose packets are counted, or null for all together
 * @param ranges first and last, both included; empty when {@code every} decides
 * @param every all multiples of it; 0 when ranges decide
 */
public record PacketNumbers(@Nullable PacketKind kind, List<Range> ranges, long every) {
    private static final String EXPECTED = "packet numbers such as 3 or data 3 or 3,7-9 or every 3";
    private static final String NUMBER = "[1-9][0-9]{0,8}";
    private static final long MOST = 1_000_000_000L;
    private static final int MOST_RANGES = 64;

    /** From a number to a number, both included. */
    public record Range(long first, long last) {
        private String text() {
            if (last == Long.MAX_VALUE) {
                return first + "-";
            }
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    public PacketNumbers {
        ranges = List.copyOf(ranges);
    }

    /** Takes {@code packets NUMBERS} or {@code data NUMBERS} where one of these follows. */
    static Optional<PacketNumbers> parseIf(Words words, String of) {
        boolean follows = words.takeIf("packets") || words.kindFollows();
        return follows ? Optional.of(parse(words, of)) : Optional.empty();
    }

    /** Takes {@code NUMBERS} or {@code data NUMBERS}. */
    static PacketNumbers parse(Words words, String of) {
        PacketKind kind = words.kindIf();
        String where = words.where() + ": " + of;
        String list = words.take(of, EXPECTED);
        if (list.equals("every")) {
            return new PacketNumbers(kind, List.of(), WholeText.parseLong(where, words.take(of, EXPECTED), 1, MOST));
        }
        List<Range> ranges = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            ranges.add(range(where, list, item));
        }
        if (ranges.size() > MOST_RANGES) {
            throw new UsageException(where, list, "at most " + MOST_RANGES + " numbers or ranges");
        }
        return new PacketNumbers(kind, ranges, 0);
    }

    private static Range range(String where, String list, String item) {
        int dash = item.indexOf('-');
        String first = dash < 0 ? item : item.substring(0, dash);
        String last = item.substring(dash + 1);
        boolean open = last.isEmpty();
        if (!first.matches(NUMBER) || (!open && !last.matches(NUMBER))) {
            throw new UsageException(where, list, EXPECTED);
        }
        Range range = new Range(Long.parseLong(first), open ? Long.MAX_VALUE : Long.parseLong(last));
        if (range.last() < range.first()) {
            throw new UsageException(where, list, "the smaller number first: " + last + "-" + first);
        }
        return range;
    }

    /** Whether this packet is meant. */
    boolean mean(Crossing crossing) {
        return kind == null ? contain(crossing.number()) : kind == crossing.kind() && contain(crossing.numberOfKind());
    }

    /** Whether the packet of this number is meant, among those that are counted. */
    private boolean contain(long number) {
        if (every > 0) {
            return number % every == 0;
        }
        boolean found = false;
        for (int i = 0; i < ranges.size() && !found; i++) {
            found = number >= ranges.get(i).first() && number <= ranges.get(i).last();
        }
        return found;
    }

    /** As it was typed behind {@code drop}. */
    String text() {
        String numbers = every > 0
                ? "every " + every
                : String.join(",", ranges.stream().map(Range::text).toList());
        return kind == null ? numbers : kind.word() + " " + numbers;
    }

    /** As it was typed behind other words. */
    String textBehindWord() {
        return kind == null ? "packets " + text() : text();
    }
}
