package org.sockrates.lab.expect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a line that is nearly a command: {@code TCP> set}, {@code tcp>set}, {@code $ set}. */
public final class NearPrompt {
    private static final Pattern NEARLY =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9_.-]{0,15})?> *|\\$ +)([a-z]\\S*)(.*)");

    private NearPrompt() {}

    /** The command that a line would be with a prompt as it is written; empty where it is none but for that. */
    public static Optional<String> meant(String line) {
        Matcher nearly = NEARLY.matcher(line);
        if (!nearly.matches()) {
            return Optional.empty();
        }
        String word = Optional.ofNullable(nearly.group(1)).orElse("");
        return Optional.of(word.toLowerCase(Locale.ROOT) + "> " + nearly.group(2) + nearly.group(3));
    }
}
