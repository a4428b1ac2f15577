package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartingTest {
    private static final long LONG = TimeUnit.SECONDS.toNanos(10);

    @Test
    void whoSucceedsEndsWithZeroAndInTime() throws IOException {
        assertThat(Starting.succeeds(List.of("true"), LONG)).isTrue();
        assertThat(Starting.succeeds(List.of("false"), LONG)).isFalse();
        assertThat(Starting.succeeds(List.of("sleep", "60"), 1_000_000)).isFalse();
    }

    @Test
    void whoIsAskedToEndMeanwhileSaysSo() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Starting.succeeds(List.of("sleep", "60"), LONG))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whereProgramsRunThereIsRoom() {
        assertThatCode(Starting::room).doesNotThrowAnyException();
    }
}
