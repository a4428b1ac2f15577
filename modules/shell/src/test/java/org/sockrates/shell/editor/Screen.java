package org.sockrates.shell.editor;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jline.utils.ScreenTerminal;

/** What a terminal of 80 columns and 24 rows shows of the bytes it is sent. */
final class Screen extends OutputStream {
    static final int COLUMNS = 80;
    static final int ROWS = 24;

    private final ScreenTerminal terminal = new ScreenTerminal(COLUMNS, ROWS);
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
    private final ByteBuffer undecoded = ByteBuffer.allocate(8);
    private final StringBuilder written = new StringBuilder();

    @Override
    public synchronized void write(int letter) {
        CharBuffer letters = CharBuffer.allocate(8);
        decoder.decode(undecoded.put((byte) letter).flip(), letters, false);
        undecoded.compact();
        written.append(letters.flip());
        terminal.write(letters);
        notifyAll();
    }

    /** Everything that was written, control sequences too. */
    synchronized String written() {
        return written.toString();
    }

    /** The rows that are not empty, without blanks at their ends. */
    synchronized List<String> rows() {
        return terminal.toString()
                .lines()
                .map(String::stripTrailing)
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** Waits until the rows are as they should be. */
    synchronized void await(Predicate<List<String>> wanted, String what, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!wanted.test(rows())) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("not " + what + " within " + limit + ":\n" + String.join("\n", rows()));
            }
            try {
                wait(left);
            } catch (InterruptedException ending) {
                throw new AssertionError(ending);
            }
        }
    }

    /** The colour of the last place where a text stands, four bits each of red, green, blue; -1 for the usual one. */
    synchronized int colour(String text) {
        long[] cells = new long[COLUMNS * ROWS];
        terminal.dump(cells, 0, 0, ROWS, COLUMNS, new int[2]);
        StringBuilder letters = new StringBuilder();
        for (long cell : cells) {
            letters.append((char) Math.max(' ', ScreenTerminal.cellCodePoint(cell)));
        }
        long cell = cells[letters.lastIndexOf(text)];
        return ScreenTerminal.cellHasForeground(cell) ? ScreenTerminal.cellForeground(cell) : -1;
    }
}
