package org.sockrates.lab.expect;

import java.util.regex.Pattern;

/**
 * A payload that a call shows the beginning of, {@code "abcdefghijklmnopqrstuvwx"..., 260}: 24 bytes. A wildcard behind
 * its quotes stands for the dots; behind a shorter text they never come. One between quotes of which only the first is
 * written stands for them, too.
 */
final class CutPayload {
    private static final Pattern DOTS = Pattern.compile("\"\\.\\.\\., ");
    private static final String WHOLE = "\"(?:[^\"\\\\]|\\\\x[0-9a-f]{2}|\\\\.){24}";
    private static final Pattern GLOB = Pattern.compile(WHOLE + "\"[*?]|^recv[^\"]*\"[^\"]*\\*[^\"]*$");
    private static final Pattern REGEX =
            Pattern.compile("\"(?:\\\\\\.){3}|" + WHOLE + ".*\"[.(\\[]|^recv[^\"]*\"[^\"]*\\.[*+][^\"]*$");

    private CutPayload() {}

    /** Whether bytes behind its beginning are not compared. */
    static boolean isIn(Line line) {
        String source = line.source();
        return DOTS.matcher(source).find()
                || switch (line.kind()) {
                    case GLOB -> GLOB.matcher(source).find();
                    case REGEX -> REGEX.matcher(source).find();
                    default -> false;
                };
    }
}
