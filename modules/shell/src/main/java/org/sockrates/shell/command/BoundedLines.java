package org.sockrates.shell.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.words.Lexer;

/** Lines of a stream, however it is made: one that is too long is cut just behind the lexer's limit, which refuses it. */
public final class BoundedLines {
    private final BufferedReader reader;
    private boolean first = true;

    public BoundedLines(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next line without its end, which is a line feed, or carriage return and line feed; null at the end. */
    public @Nullable String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        if (first && c == '\uFEFF') {
            c = reader.read();
        }
        first = false;
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() <= Lexer.MOST_CHARACTERS) {
                line.append((char) c);
            }
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }
}
