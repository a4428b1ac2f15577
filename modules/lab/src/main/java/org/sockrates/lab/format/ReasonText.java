package org.sockrates.lab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sockrates.lab.expect.Difference;
import org.sockrates.lab.expect.Difference.Mark;
import org.sockrates.lab.expect.Difference.Row;

/**
 * A difference in one line: {@code another line came: 2 (expected: two)}. Where only a number tells the first two lines apart, a
 * count of bytes, the line that is to blame for it is named as well. Not yet escaped.
 */
final class ReasonText {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern STATUS = Pattern.compile("\\[[0-9]+\\]");
    private static final String NOTHING = "nothing";

    private final Difference difference;

    ReasonText(Difference difference) {
        this.difference = difference;
    }

    String line() {
        String came = difference.extra().map(line -> ": " + Excerpt.of(line)).orElse("");
        String expected = difference
                .missing()
                .map(line -> " (expected: " + Excerpt.of(line) + ")")
                .orElse("");
        return Excerpt.of(difference.reason()) + came + expected + toBlame();
    }

    private String toBlame() {
        List<Change> changes = changes();
        if (changes.isEmpty() || !changes.get(0).onlyNumbers()) {
            return "";
        }
        List<Change> telling =
                changes.stream().filter(change -> !change.onlyNumbers()).toList();
        if (telling.isEmpty()) {
            return "";
        }
        Optional<String> came = first(telling, Change::came, Change::expected);
        Optional<String> expected = first(telling, Change::expected, Change::came);
        return "; and: " + shown(came) + " (expected: " + shown(expected) + ")";
    }

    /** One side of the first change; where it has but the other, that of the first which has nothing but this. */
    private static Optional<String> first(
            List<Change> changes, Function<Change, Optional<String>> side, Function<Change, Optional<String>> other) {
        return side.apply(changes.get(0))
                .or(() -> changes.stream()
                        .filter(change -> other.apply(change).isEmpty())
                        .findFirst()
                        .flatMap(side));
    }

    private static String shown(Optional<String> line) {
        return line.map(text -> Excerpt.of(text.strip())).orElse(NOTHING);
    }

    /** What came beside what was expected in its place, gap by gap. */
    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        List<String> came = new ArrayList<>();
        for (Row row : difference.rows()) {
            if (!row.mark().differs()) {
                close(expected, came, changes);
            } else if (!STATUS.matcher(row.text()).matches()) {
                (row.mark() == Mark.MISSING ? expected : came).add(row.text());
            }
        }
        close(expected, came, changes);
        return changes;
    }

    private static void close(List<String> expected, List<String> came, List<Change> changes) {
        for (int i = 0; i < Math.max(expected.size(), came.size()); i++) {
            changes.add(new Change(at(expected, i), at(came, i)));
        }
        expected.clear();
        came.clear();
    }

    private static Optional<String> at(List<String> lines, int index) {
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    private record Change(Optional<String> expected, Optional<String> came) {
        boolean onlyNumbers() {
            return expected.isPresent() && withoutNumbers(expected).equals(withoutNumbers(came));
        }

        private static Optional<String> withoutNumbers(Optional<String> line) {
            return line.map(text -> NUMBER.matcher(text).replaceAll("0"));
        }
    }
}
