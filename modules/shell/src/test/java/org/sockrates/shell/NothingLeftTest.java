package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.sockrates.transport.testkit.Leaks;

@Isolated("looks at all that is open in this process")
class NothingLeftTest {
    @TempDir
    private Path folder;

    private void leavesNothing(String typed, String... words) {
        PrintStream shown = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        Leaks leaks = Leaks.before();
        assertThat(new Program(Typing.kit(folder), new Streams(in, shown, shown)).run(words))
                .isZero();
        leaks.check();
    }

    @Test
    void ofTheCommandOfItsWords() {
        leavesNothing("", "socket", "udp", "--as", "door");
    }

    @Test
    void ofTheLinesOfAPipe() {
        leavesNothing("socket udp --as a\nbind a 0\nsendto a a hi\nrecvfrom a &\nclose a");
    }
}
