package org.sockrates.lab.expect;

import org.jspecify.annotations.Nullable;
import org.sockrates.lab.expect.Difference.Mark;
import org.sockrates.lab.expect.Difference.Row;

/** An expected line and the line that came, laid beside each other; one of them may be absent. */
record Laid(@Nullable Line expected, @Nullable String actual) {
    boolean agrees() {
        return expected != null && (actual != null || expected.lazy());
    }

    Row row() {
        if (expected == null) {
            return new Row(Mark.EXTRA, 0, actual == null ? "" : Lines.asExpected(actual));
        }
        if (expected.lazy()) {
            return new Row(Mark.SAME, expected.number(), expected.source());
        }
        return actual == null
                ? new Row(Mark.MISSING, expected.number(), expected.source())
                : new Row(Mark.SAME, expected.number(), actual);
    }
}
