package org.sockrates.shell.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as one line of JSON, in plain visible ASCII, so that it may be shown as it is. */
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

    /**
     * Writes a value.
     *
     * @param value maps, lists, texts, numbers, booleans, null
     */
    public static String text(@Nullable Object value) {
        try {
            return Writer.JACKSON.asString(value).replace("\u007f", "\\u007f"); // DEL is ASCII, but not visible
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes a while to be loaded: a value that nobody wants to see as JSON does without. */
    private static final class Writer {
        static final JSON JACKSON = JSON.builder(JsonFactory.builder()
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .build())
                .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
                .build();
    }
}
