package org.sockrates.lab.expect;

import org.jspecify.annotations.Nullable;
import org.sockrates.lab.expect.Difference.Mark;
import org.sockrates.lab.expect.Difference.Row;

/** An expected line and the line that came, laid beside each other; one of them may be absent. */
record Laid(@Nullable Line expected, @Nullable String actual) {
    boolean agrees() {
        return expected != null && actual != null;
    }

    Row row() {
        if (expected == null) {
            return new Row(Mark.EXTRA, 0, Lines.asExpected(String.valueOf(actual)));
        }
        if (actual == null) {
            return new Row(Mark.MISSING, expected.number(), expected.source());
        }
        return new Row(expected.lazy() ? Mark.ANY : Mark.SAME, expected.number(), actual);
    }
}
