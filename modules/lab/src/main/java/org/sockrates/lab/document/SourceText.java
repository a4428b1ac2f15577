package org.sockrates.lab.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.lab.expect.Complaint;
import org.sockrates.lab.expect.ScriptLine;

/** The text of a lab file as lines: clean UTF-8, of a bearable size. Knows no lab. */
final class SourceText {
    static final int MOST_BYTES = 1 << 20;
    static final int MOST_COLUMNS = 4096;
    private static final String UTF8 = "UTF-8 without byte order mark";
    private static final String FENCE = "---";

    private final List<ScriptLine> lines;

    private SourceText(List<ScriptLine> lines) {
        this.lines = lines;
    }

    /** Reads a file; empty when it is not text at all. */
    static Optional<SourceText> read(Path file, Complaints complaints) {
        try {
            if (!Files.exists(file)) {
                return fail(complaints, "file", "does not exist", "a lab file");
            }
            if (!Files.isRegularFile(file)) {
                return fail(complaints, "file", "not a regular file", "a lab file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return of(in.readNBytes(MOST_BYTES + 1), complaints);
            }
        } catch (IOException unreadable) {
            return fail(complaints, "file", "cannot be read", "a file you may read");
        }
    }

    static Optional<SourceText> of(byte[] bytes, Complaints complaints) {
        if (bytes.length > MOST_BYTES) {
            return fail(complaints, "file", "larger than 1 MiB", "at most 1 MiB");
        }
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return fail(complaints, "byte order mark", "EF BB BF", UTF8);
        }
        if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0xff, 0xfe) || (bytes.length > 1 && bytes[1] == 0)) {
            return fail(complaints, "encoding", "looks like UTF-16", UTF8);
        }
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, true);
        SourceText source = new SourceText(split(text.flip().toString()));
        if (result.isError()) {
            ScriptLine last = source.lines.get(source.lines.size() - 1);
            int wrong = bytes[lengthInBytes(text.toString())] & 0xff;
            complaints.add(new Complaint(
                    last.number(),
                    last.text().length() + 1,
                    "encoding",
                    String.format(Locale.ROOT, "byte %02X", wrong),
                    UTF8));
            return Optional.empty();
        }
        return Optional.of(new SourceText(Characters.clean(source.lines, complaints)));
    }

    private static int lengthInBytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<SourceText> fail(Complaints complaints, String what, String actual, String expected) {
        complaints.add(new Complaint(1, 1, what, actual, expected));
        return Optional.empty();
    }

    private static List<ScriptLine> split(String text) {
        List<ScriptLine> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(new ScriptLine(lines.size() + 1, 1, line));
        }
        return lines;
    }

    /** All lines, from line 1 on. */
    List<ScriptLine> lines() {
        return lines;
    }

    /** How many lines the front matter takes, its two fences included; 0 where there is none, -1 where it never ends. */
    int frontMatterLines() {
        if (!isFence(0)) {
            return 0;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (isFence(i)) {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean isFence(int index) {
        return lines.get(index).text().stripTrailing().equals(FENCE);
    }

    /** The lines below the front matter. */
    List<ScriptLine> body() {
        int above = frontMatterLines();
        return lines.subList(above < 0 ? lines.size() : above, lines.size());
    }
}
