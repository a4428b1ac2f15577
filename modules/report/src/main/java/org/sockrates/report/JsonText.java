package org.sockrates.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Values as one line of JSON, in plain visible ASCII, so that it may be shown as it is. */
public final class JsonText {
    private JsonText() {}

    /**
     * Writes a value.
     *
     * @param value maps, lists, texts, numbers, booleans, null
     */
    public static String of(@Nullable Object value) {
        try {
            return Writer.JACKSON.asString(value).replace("\u007f", "\\u007f"); // DEL is ASCII, but not visible
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
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
