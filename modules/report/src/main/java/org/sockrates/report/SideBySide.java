package org.sockrates.report;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** Sets transports side by side, as many as fit in a line; the others follow in tables of their own. */
final class SideBySide {
    private SideBySide() {}

    /** @param table the table of some of the transports */
    static String of(List<String> transports, int width, Function<List<String>, Grid> table) {
        StringJoiner tables = new StringJoiner("\n");
        List<String> left = new ArrayList<>(transports);
        while (!left.isEmpty()) {
            int most = left.size();
            while (most > 1 && table.apply(left.subList(0, most)).width() > width) {
                most--;
            }
            tables.add(table.apply(left.subList(0, most)).text());
            left.subList(0, most).clear();
        }
        return tables.toString();
    }
}
