package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartErrorTest {
    @TempDir
    private Path folder;

    /** What JDKs say where the system has no process, no descriptor, no memory left; macOS, a BSD and musl the last four. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cannot run program \"sh\": error=11, Resource temporarily unavailable|Resource temporarily unavailable",
                "Cannot run program \"sh\" (in directory \"/x\"): error=24, Too many open files|Too many open files",
                "Cannot run program \"sh\": error=12, Cannot allocate memory|Cannot allocate memory",
                "Cannot run program \"sh\": posix_spawn failed, error: 24 (Too many open files)|Too many open files",
                "Exec failed, error: 11 (Resource temporarily unavailable) Possible reasons: (x)|Resource temporarily unavailable",
                "no thread left|no thread left",
                "Cannot run program \"sh\": error=35, Resource temporarily unavailable|Resource temporarily unavailable",
                "posix_spawn failed, error: 35 (Resource temporarily unavailable)|Resource temporarily unavailable",
                "Cannot run program \"sh\": error=24, No file descriptors available|No file descriptors available",
                "Cannot run program \"sh\": error=12, Out of memory|Out of memory"
            })
    void aShortageIsTheMachines(String told, String reason) {
        assertThat(StartError.isShortage(new IOException(told))).isTrue();
        assertThat(StartError.reason(new IOException(told))).isEqualTo(reason);
    }

    @Test
    void aHelperOfTheJdksThatCouldNotRunIsTheMachinesToo() {
        IOException told = new IOException("error=0, Failed to exec spawn helper: pid: 9, exit value: 127");
        assertThat(StartError.isShortage(told)).isTrue();
        assertThat(StartError.reason(told)).startsWith("Failed to exec spawn helper");
    }

    /** As this JDK says it. */
    @Test
    void whatIsNotThereOrIsNoProgramIsToBlameItself() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no program");
        assertThat(refused("/not/there")).isEqualTo("No such file or directory");
        assertThat(refused(text.toString())).isEqualTo("Permission denied");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 8, 13, 20, 26, 36, 40})
    void soIsWhatTheSystemWouldNotRun(int errno) {
        assertThat(StartError.isShortage(new IOException("error=" + errno + ", told")))
                .isFalse();
        assertThat(StartError.isShortage(new IOException("Exec failed, error: " + errno + " (told)")))
                .isFalse();
    }

    /** 11 is EAGAIN on Linux alone. */
    @Test
    void aNumberAloneIsNoReason() {
        IOException told = new IOException("Cannot run program \"sh\": error=11, Resource deadlock avoided");
        assertThat(StartError.isShortage(told)).isFalse();
    }

    private static String refused(String program) {
        IOException refused = catchThrowableOfType(IOException.class, () -> new ProcessBuilder(program).start());
        assertThat(StartError.isShortage(refused)).isFalse();
        return StartError.reason(refused);
    }
}
