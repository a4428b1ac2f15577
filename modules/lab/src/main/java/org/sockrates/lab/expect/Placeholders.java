package org.sockrates.lab.expect;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How placeholders are written: {@code {name}} and {@code {name:constraint}}. */
public final class Placeholders {
    static final Pattern SYNTAX = Pattern.compile("\\{(_|[a-z][a-z0-9_]*)(?::([^{}]*))?\\}");

    private Placeholders() {}

    /** The names a command uses, in the order they appear. */
    public static Set<String> usedBy(String command) {
        Set<String> names = new LinkedHashSet<>();
        for (Matcher found = SYNTAX.matcher(command); found.find(); ) {
            if (found.group(2) == null) {
                names.add(found.group(1));
            }
        }
        return names;
    }
}
