package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Returned;

class JournalTest {
    private final Journal journal = new Journal(3, Typing.NOON);

    private void hear(int socket) {
        SocketEvent event = new SocketEvent(1, 2, socket, "tcp", Call.CLOSE, None.NONE, new Returned(0), null, null);
        journal.heard("shell", event);
    }

    @Test
    void keepsTheLastEventsAndCountsTheRest() {
        for (int socket = 3; socket <= 7; socket++) {
            hear(socket);
        }
        assertThat(journal.entries())
                .extracting(entry -> entry.event().socket())
                .containsExactly(5, 6, 7);
        assertThat(journal.entries()).extracting(JournalEntry::sequence).containsExactly(3L, 4L, 5L);
        assertThat(journal.entries()).allMatch(entry -> entry.at().equals(Typing.NOON.instant()));
        assertThat(journal.forgotten()).isEqualTo(2);
    }

    @Test
    void beginsAnewWhenItWasCleared() {
        hear(3);
        journal.clear();
        assertThat(journal.entries()).isEmpty();
        assertThat(journal.forgotten()).isZero();
        hear(4);
        assertThat(journal.entries()).extracting(JournalEntry::sequence).containsExactly(1L);
    }
}
