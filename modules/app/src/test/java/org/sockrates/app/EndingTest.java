package org.sockrates.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.UsageException;

class EndingTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void theProgramSaysItsStatus() {
        assertThat(ending(OutputStream.nullOutputStream(), false).of(() -> 3)).isEqualTo(3);
        assertThat(said()).isEmpty();
    }

    @Test
    void aBugIsOneLineAndStatus70() {
        assertThat(ending(OutputStream.nullOutputStream(), false).of(EndingTest::broken))
                .isEqualTo(70);
        assertThat(said())
                .startsWith("bug: IllegalStateException: a\\nb (expected: none)")
                .endsWith("SOCKRATES_DEBUG=1 shows" + System.lineSeparator())
                .hasLineCount(1);
    }

    @Test
    void whatCannotBeMeantIsStatus2() {
        assertThat(ending(OutputStream.nullOutputStream(), true).of(() -> {
                    throw new UsageException("port: 70000 (expected: 1 to 65535)");
                }))
                .isEqualTo(2);
        assertThat(said()).isEqualTo("port: 70000 (expected: 1 to 65535)" + System.lineSeparator());
    }

    @Test
    void aBugWithoutWordsIsCalledByItsKind() {
        assertThat(ending(OutputStream.nullOutputStream(), false).of(() -> {
                    throw new UnsupportedOperationException();
                }))
                .isEqualTo(70);
        assertThat(said())
                .startsWith("bug: UnsupportedOperationException (expected")
                .doesNotContain("null");
    }

    @Test
    void aBugShowsItsTraceWhereAskedTo() {
        assertThat(ending(OutputStream.nullOutputStream(), true).of(EndingTest::broken))
                .isEqualTo(70);
        assertThat(said()).contains("at org.sockrates.app.EndingTest.broken");
    }

    @Test
    void anErrorIsABugToo() {
        assertThat(ending(OutputStream.nullOutputStream(), false).of(() -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isEqualTo(70);
        assertThat(said()).startsWith("bug: OutOfMemoryError: Java heap space");
    }

    @Test
    void anOutputThatCannotBeWrittenIsStatus74() {
        WatchedOutput full = new WatchedOutput(new FullDisk());
        PrintStream out = new PrintStream(full, true, UTF_8);
        int status = new Ending(full, out, new PrintStream(said, true, UTF_8), false).of(() -> {
            out.println("a result");
            out.println("another");
            return 0;
        });
        assertThat(status).isEqualTo(74);
        assertThat(said())
                .startsWith("output: No space left on device (expected: all of it written)")
                .hasLineCount(1);
    }

    @Test
    void whatWaitsInABufferIsWrittenBeforeTheStatusIsKnown() {
        WatchedOutput full = new WatchedOutput(new FullDisk());
        PrintStream out = new PrintStream(new BufferedOutputStream(full), false, UTF_8);
        int status = new Ending(full, out, new PrintStream(said, true, UTF_8), false).of(() -> {
            out.print("held back");
            return 0;
        });
        assertThat(status).isEqualTo(74);
    }

    private Ending ending(OutputStream to, boolean debug) {
        WatchedOutput watched = new WatchedOutput(to);
        PrintStream out = new PrintStream(watched, true, UTF_8);
        return new Ending(watched, out, new PrintStream(said, true, UTF_8), debug);
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private static int broken() {
        throw new IllegalStateException("a\nb");
    }

    private static final class FullDisk extends OutputStream {
        private int writes;

        @Override
        public void write(int oneByte) throws IOException {
            throw new IOException(writes++ == 0 ? "No space left on device" : "another reason");
        }
    }
}
