package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.transport.Waiting;

/** A call that may meet a client which is given time. */
class AwaitingTest {
    private final GradedProgram client = mock(GradedProgram.class);
    private volatile Duration given = Duration.ZERO;

    @AutoClose
    private final Typing typing = new Typing();

    @BeforeEach
    void isGraded() {
        typing.connectTcp();
        when(client.await(any())).thenAnswer(asked -> given);
        typing.session().grade(client);
    }

    private Waiting ofBob() {
        return typing.session().sockets().all().get(2).socket().waiting();
    }

    @Test
    void waitsForTheLongerOfTheClientsTimeAndItsOwn() {
        typing.all("set timeout 7s", "send alice hello").ends(0);
        given = Duration.ofSeconds(9);
        typing.type("recv bob 1").ends(0);
        assertThat(ofBob()).isEqualTo(Waiting.atMost(Duration.ofSeconds(9)));
        given = Duration.ofSeconds(5);
        typing.type("recv bob 1").ends(0);
        assertThat(ofBob()).isEqualTo(Waiting.atMost(Duration.ofSeconds(7)));
        given = Duration.ZERO;
        typing.type("recv bob 1").ends(0);
        assertThat(ofBob()).isEqualTo(Waiting.atMost(Duration.ofSeconds(7)));
    }

    @Test
    void tellsWhetherTheClientWasMet() {
        given = Duration.ofMillis(1);
        typing.all("set timeout 1ms", "send alice hello").ends(0);
        typing.type("recv bob").ends(0);
        verify(client).awaited(true);
        typing.type("recv bob").ends(124);
        verify(client).awaited(false);
    }
}
