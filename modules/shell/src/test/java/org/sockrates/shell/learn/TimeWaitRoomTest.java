package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimeWaitRoomTest {
    private static final String COUNTS =
            "sockets: used 78\nTCP: inuse 48 orphan 1 tw 131072 alloc 48 mem 13\nUDP: inuse 0 mem 233\n";

    @Test
    void hasRoomBelowTheKernelsLimit() {
        assertThat(TimeWaitRoom.missing(COUNTS, "262144\n")).isEmpty();
    }

    @Test
    void saysThatTheTableIsFull() {
        assertThat(TimeWaitRoom.missing(COUNTS, "131072\n"))
                .contains("131072 connections are in TIME-WAIT, the kernel keeps no more; wait a minute");
    }

    @Test
    void doesNotGuess() {
        assertThat(TimeWaitRoom.missing("", "131072")).isPresent();
        assertThat(TimeWaitRoom.missing(COUNTS, "many")).isPresent();
    }
}
