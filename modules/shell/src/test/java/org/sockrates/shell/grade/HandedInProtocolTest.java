package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;

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

    /** A lab shows the same on every machine. */
    @Test
    void whoHuntsItIsInTheSameLocaleAndTerminalWhoeverGrades() throws IOException {
        Path source = folder.resolve("Mine.java");
        Files.writeString(source, "final class Mine {}\n");
        List<String> again = List.of("sh", "-c", "echo \"$SOCKRATES_LOCALE|$TERM\"", "-cp");
        HandedInProtocol protocol = HandedInProtocol.of(source, true, () -> again);
        try {
            Job job = new Job("rdt check", Origin.LAB, mock(), false);
            assertThat(protocol.hunt(List.of(), job).lines()).containsExactly("C.UTF-8|");
        } finally {
            protocol.close();
        }
    }
}
