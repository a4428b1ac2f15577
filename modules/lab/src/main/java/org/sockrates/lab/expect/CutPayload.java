package org.sockrates.lab.expect;

import java.util.regex.Pattern;

/**
 * A payload that a call shows the beginning of, {@code "abcdefghijklmnopqrstuvwx"..., 260}: 24 bytes, or what a line has room
 * for where a time or a ladder stands before it. A wildcard behind its quotes stands for the dots; behind a shorter text of
 * a call on its own they never come. One between quotes of which only the first is written stands for them, too.
 * Not one that the call says is as it was expected.
 */
final class CutPayload {
    private static final Pattern DOTS = Pattern.compile("\"\\.\\.\\., ");
    /** A byte as a call shows it, where a backslash of it may be written twice. */
    private static final String BYTE = "(?:[^\"\\\\]|\\\\{1,2}x[0-9a-f]{2}|\\\\{1,2}[^\\\\x]|\\\\{4})";

    private static final String WHOLE = "\"" + BYTE + "{24}";

    /** A call behind something else. */
    private static final String AMONG_OTHERS = "^.+\\b(?:recv|send)[a-z]*\\\\{0,2}[(.][^\"]*\"[^\"]*\"";

    private static final Pattern GLOB =
            Pattern.compile("(?:" + WHOLE + "\"|" + AMONG_OTHERS + ")[*?]|^recv[^\"]*\"[^\"]*\\*[^\"]*$");
    private static final Pattern REGEX = Pattern.compile(
            "\"(?:\\\\\\.){3}|(?:" + WHOLE + ".*\"|" + AMONG_OTHERS + ")[.(\\[]|^recv[^\"]*\"[^\"]*\\.[*+][^\"]*$");

    /** Behind a call that has compared every byte. */
    private static final Pattern COMPARED = Pattern.compile(" = [^ ,]+, as in .");

    private CutPayload() {}

    /** Whether bytes behind its beginning are not compared. */
    static boolean isIn(Line line) {
        String source = line.source();
        boolean cut = DOTS.matcher(source).find()
                || switch (line.kind()) {
                    case GLOB -> GLOB.matcher(source).find();
                    case REGEX -> REGEX.matcher(source).find();
                    default -> false;
                };
        return cut && !COMPARED.matcher(source).find();
    }
}
