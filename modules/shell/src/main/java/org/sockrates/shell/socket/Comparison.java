package org.sockrates.shell.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.text.Fold;

/**
 * How what came stands to what was to come.
 *
 * @param name what was to come, as it is called
 * @param expected how many bytes that is
 * @param right how many came right, before the first wrong one, or the end of either
 * @param difference how many are right, and what came then; empty where every byte is the same, and no other came
 * @param next what was to come then
 */
record Comparison(String name, int expected, int right, String difference, String next) {
    private static final String INDENT = "  ";

    boolean same() {
        return difference.isEmpty();
    }

    /** Under a call, where there is a difference. Bytes are never folded: a blank may be one of them. */
    List<String> lines() {
        if (same()) {
            return List.of();
        }
        String wanted = "(expected: " + next + ")";
        String all = INDENT + difference + " " + wanted;
        if (all.length() <= Fold.WIDTH) {
            return List.of(all);
        }
        List<String> lines = new ArrayList<>(Fold.hanging(INDENT, difference));
        lines.add(INDENT + wanted);
        return lines;
    }

    /** Behind a call. */
    String said() {
        return (same() ? ", as in " : ", not as in ") + name;
    }

    /** Of a call that failed there is nothing to compare: null, all three. */
    static Map<String, @Nullable Object> json(@Nullable Comparison made) {
        return Json.object(
                "as_expected", made == null ? null : made.same(),
                "expected_bytes", made == null ? null : made.expected,
                "right_bytes", made == null ? null : made.right);
    }
}
