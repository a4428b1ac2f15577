package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandedInProtocolTest {
    @TempDir
    private Path folder;

    @Test
    void whereItCannotBeKeptItIsSaidWhereItCould() throws IOException {
        Path source = folder.resolve("Mine.java");
        Files.writeString(source, "final class Mine {}\n");
        Path gone = folder.resolve("gone");

        assertThatIOException()
                .isThrownBy(() -> HandedInProtocol.of(source, true, List::of, gone))
                .withMessageStartingWith("Mine.java: cannot be kept: ")
                .withMessageContaining("(expected: room in ")
                .withMessageContaining("-Djava.io.tmpdir=FOLDER)");
    }
}
