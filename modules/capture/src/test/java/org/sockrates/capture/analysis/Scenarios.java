package org.sockrates.capture.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scripted conversations: a {@code .talk} file each, and what is to be shown of it in a {@code .txt} beside it. */
public final class Scenarios {
    private Scenarios() {}

    public static List<String> names() {
        return read("scenarios.txt").lines().toList();
    }

    /** As {@link Talk} reads it. */
    public static String text(String name) {
        return read(name + ".talk");
    }

    /** What the lines of its packets are to be. */
    static String expected(String name) {
        return read(name + ".txt");
    }

    private static String read(String name) {
        try (InputStream file = Scenarios.class.getResourceAsStream(name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
