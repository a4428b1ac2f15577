package org.sockrates.shell.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.session.JournalEntry;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

class ForgottenTest {
    @AutoClose
    private final Typing typing = new Typing();

    /** The journal is in the order in which calls ended: one that waited long may have begun before all that is forgotten. */
    @Test
    void whatEndedBeforeTheFirstThatIsKeptIsForgotten() {
        assertThat(Forgotten.before(List.of(entry(2)), typing.session())
                        .orElseThrow()
                        .nanos())
                .isEqualTo(900);
    }

    @Test
    void beforeTheFirstOfAllNothingIs() {
        assertThat(Forgotten.before(List.of(entry(1)), typing.session())).isEmpty();
        assertThat(Forgotten.before(List.of(), typing.session())).isEmpty();
    }

    private static JournalEntry entry(long sequence) {
        SocketEvent waited = new SocketEvent(
                100, 900, 3, "tcp", Call.LISTEN, new Arguments.Backlog(1), new SocketEvent.Returned(0), null, null);
        return new JournalEntry(sequence, Instant.EPOCH, "shell", waited);
    }
}
