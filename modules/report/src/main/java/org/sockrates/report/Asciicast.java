package org.sockrates.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recording of a terminal as asciinema plays it: asciicast v3, a line of JSON for what the terminal is like, then one for
 * each event (docs.asciinema.org/manual/asciicast/v3). Not thread-safe.
 */
public final class Asciicast implements Closeable {
    private static final int VERSION = 3;
    private static final int ROWS = 24;

    private final OutputStream out;
    private final Map<String, Object> header = new LinkedHashMap<>();
    private Duration length = Duration.ZERO;
    private Duration pause = Duration.ZERO;
    private long bytes;

    /**
     * Begins one; nothing is written before the first event.
     *
     * @param out closed with this
     * @param columns of the terminal
     * @param title may be empty
     */
    public Asciicast(OutputStream out, int columns, Instant began, String title) {
        this.out = out;
        Map<String, Object> terminal = new LinkedHashMap<>();
        terminal.put("cols", columns);
        terminal.put("rows", ROWS);
        header.put("version", VERSION);
        header.put("term", terminal);
        header.put("timestamp", began.getEpochSecond());
        if (!title.isEmpty()) {
            header.put("title", title);
        }
    }

    /**
     * Text that appeared.
     *
     * @param after so long behind the event before
     */
    public void output(Duration after, String text) throws IOException {
        event(after, "o", text);
    }

    /** A whole line that appeared, with its end. */
    public void line(Duration after, String text) throws IOException {
        output(after, text + "\r\n");
    }

    /** Nothing appears for a while. */
    public void pause(Duration time) {
        pause = pause.plus(time);
    }

    /** Text that was typed, key by key, each so long behind the one before. */
    public void keys(Duration each, String text) throws IOException {
        int[] characters = text.codePoints().toArray();
        for (int character : characters) {
            output(each, Character.toString(character));
        }
    }

    /** A place a viewer may go to. */
    public void marker(Duration after, String label) throws IOException {
        event(after, "m", label);
    }

    /** The end, and the status of it. */
    public void exit(Duration after, int status) throws IOException {
        event(after, "x", Integer.toString(status));
    }

    private void event(Duration after, String code, String data) throws IOException {
        if (bytes == 0) {
            write(header);
        }
        long micros = Math.max(0, after.plus(pause).toNanos() / 1_000);
        pause = Duration.ZERO;
        length = length.plusNanos(micros * 1_000);
        write(List.of(BigDecimal.valueOf(micros, 6), code, data));
    }

    private void write(Object document) throws IOException {
        byte[] line = (JsonText.of(document) + "\n").getBytes(StandardCharsets.US_ASCII);
        bytes += line.length;
        out.write(line);
    }

    /** Hands on what was written so far. */
    public void flush() throws IOException {
        out.flush();
    }

    /** How long it is by now. */
    public Duration length() {
        return length;
    }

    /** How much was written. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
