package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartingTest {
    private static final long LONG = TimeUnit.SECONDS.toNanos(10);

    /** Two times nobody else sleeps. */
    private static final String LATE = "60.0417";

    private static final String ASKED = "60.0418";

    @AfterEach
    void leavesNobody() {
        await().untilAsserted(() -> assertThat(sleepers()).isEmpty());
    }

    private static Stream<ProcessHandle> sleepers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .arguments()
                        .filter(words ->
                                List.of(words).contains(LATE) || List.of(words).contains(ASKED))
                        .isPresent());
    }

    @Test
    void whoSucceedsEndsWithZeroAndInTime() throws IOException {
        assertThat(Starting.succeeds(List.of("true"), LONG)).isTrue();
        assertThat(Starting.succeeds(List.of("false"), LONG)).isFalse();
        assertThat(Starting.succeeds(List.of("sleep", LATE), 1_000_000)).isFalse();
    }

    @Test
    void whoIsAskedToEndMeanwhileSaysSo() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Starting.succeeds(List.of("sleep", ASKED), LONG))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whereProgramsRunThereIsRoom() {
        assertThatCode(Starting::room).doesNotThrowAnyException();
    }
}
