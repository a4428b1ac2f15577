package org.sockrates.shell.job;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reply says as JSON; written by {@link org.sockrates.report.JsonText}. */
public final class Json {
    private Json() {}

    /**
     * An object with its keys in the order given.
     *
     * @param keysAndValues a key, its value, a key, its value, …
     */
    public static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    /** A text; null for an empty one. */
    public static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
