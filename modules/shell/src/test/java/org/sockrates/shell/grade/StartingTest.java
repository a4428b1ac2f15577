package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartingTest {
    @TempDir
    private Path folder;

    /** What the JDK says where the system has no process, no descriptor, no memory left. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot run program \"sh\": error=11, Resource temporarily unavailable",
                "Cannot run program \"sh\": error=24, Too many open files",
                "Cannot run program \"sh\": error=12, Cannot allocate memory",
                "Cannot run program \"sh\": posix_spawn failed, error: 11 (Resource temporarily unavailable)",
                "error=0, Failed to exec spawn helper: pid: 9, exit value: 127",
                "no thread left"
            })
    void aShortageIsTheMachines(String told) {
        assertThat(Starting.isShortage(new IOException(told))).isTrue();
    }

    @Test
    void whatIsNotThereOrIsNoProgramIsToBlameItself() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no program");
        assertThatThrownBy(() -> Starting.process(new ProcessBuilder("/not/there")))
                .isInstanceOfSatisfying(
                        IOException.class,
                        refused -> assertThat(Starting.isShortage(refused)).isFalse());
        assertThatThrownBy(() -> Starting.process(new ProcessBuilder(text.toString())))
                .isInstanceOfSatisfying(
                        IOException.class,
                        refused -> assertThat(Starting.isShortage(refused)).isFalse());
    }
}
