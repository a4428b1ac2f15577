package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.words.Lexer;

class BoundedLinesTest {
    private static List<String> lines(byte[] bytes) throws IOException {
        BoundedLines reader = new BoundedLines(new ByteArrayInputStream(bytes));
        List<String> lines = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        assertThat(reader.next()).isNull();
        return lines;
    }

    private static List<String> lines(String text) throws IOException {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void endsLinesAtLineFeedsHoweverTheyAreMade() throws IOException {
        assertThat(lines("a\nb\r\n\nlast")).containsExactly("a", "b", "", "last");
        assertThat(lines("a\rb\n\r\n\r")).containsExactly("a\rb", "", "");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n")).containsExactly("");
    }

    @Test
    void dropsAByteOrderMarkAtTheBeginningOnly() throws IOException {
        assertThat(lines("\ufeffa\n\ufeffb")).containsExactly("a", "\ufeffb");
        assertThat(lines("\ufeff")).containsExactly("");
    }

    @Test
    void marksBytesThatAreNoUtf8() throws IOException {
        assertThat(lines(new byte[] {'a', (byte) 0xff, '\n', (byte) 0xc3})).containsExactly("a\ufffd", "\ufffd");
    }

    @Test
    void cutsALineTooLongBehindTheLexersLimit() throws IOException {
        byte[] mebibyte = new byte[1 << 20];
        Arrays.fill(mebibyte, (byte) 'a');
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(mebibyte), new ByteArrayInputStream(new byte[] {'\n', 'b'}));
        BoundedLines reader = new BoundedLines(endless);
        assertThat(reader.next()).hasSize(Lexer.MOST_CHARACTERS + 1);
        assertThat(reader.next()).isEqualTo("b");
    }
}
