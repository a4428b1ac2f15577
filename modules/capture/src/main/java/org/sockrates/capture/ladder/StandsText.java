package org.sockrates.capture.ladder;

import java.util.Optional;
import org.sockrates.capture.ladder.LadderRow.Margin;

/** How an end stands where numbered packets tell, as it follows a name in a sentence, without brackets and colons. */
final class StandsText {
    private static final String OLD = "old: ";

    private StandsText() {}

    /** {@code waits for 2-9, timeout after 200 ms}; empty where packets do not tell. */
    static Optional<String> of(Margin margin, boolean times) {
        String note = margin.note();
        if (note.isEmpty()) {
            return Optional.empty();
        }
        String stands = note.startsWith(OLD) ? "knew it, " + stands(note.substring(OLD.length())) : stands(note);
        return Optional.of(
                stands + margin.timer().map(mark -> ", " + mark.words(times)).orElse(""));
    }

    private static String stands(String note) {
        if (note.startsWith("[")) {
            String numbers = note.substring(1, note.length() - 1);
            return "waits for " + (numbers.isEmpty() ? "nothing" : numbers);
        }
        return note.replaceFirst("^next (\\d+)", "wants $1 next").replaceFirst("^not ", "throws it away, wants ");
    }
}
