package org.sockrates.lab.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a command showed, as a lab sees it. */
final class Lines {
    private static final Pattern SPECIAL =
            Pattern.compile("\\.\\.\\.|\\(unordered|\\)|\\(eventually[^()]*\\)|\\[[0-9]+\\]"
                    + "|.* \\((" + String.join("|", Kind.WRITTEN) + "|[?*+])[?*+]?\\)"
                    + "|.*\\{[a-z_][a-z0-9_]*(:[^{}]*)?\\}.*");
    private static final Pattern UNWRITABLE = Pattern.compile("#.*|([a-z][a-z0-9_.-]*)?>( .*)?");

    private Lines() {}

    /** Without blanks at the ends of lines, without empty lines at the end. */
    static List<String> trimmed(List<String> lines) {
        List<String> trimmed =
                new ArrayList<>(lines.stream().map(String::stripTrailing).toList());
        while (!trimmed.isEmpty() && trimmed.get(trimmed.size() - 1).isEmpty()) {
            trimmed.remove(trimmed.size() - 1);
        }
        return trimmed;
    }

    /** A line that came, as it would be written into a lab to expect it. */
    static String asExpected(String actual) {
        if (UNWRITABLE.matcher(actual).matches()) {
            String escaped = actual.replace("\\", "\\\\").replace("{", "\\x7b");
            return escaped.replaceFirst("#", "\\\\x23").replaceFirst(">", "\\\\x3e") + " (escaped)";
        }
        return SPECIAL.matcher(actual).matches() ? actual + " (equal)" : actual;
    }
}
