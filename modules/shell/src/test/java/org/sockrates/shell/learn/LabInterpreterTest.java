package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.shell.Typing;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Family;
import org.sockrates.transport.ObservedSocket;
import org.sockrates.transport.Phase;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.udp.UdpTransport;

class LabInterpreterTest {
    private static final RuntimeException AS_IF = new IllegalStateException("as if");

    @AutoClose
    private final Typing typing = new Typing();

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatWasPardonedBeforeACommandIsNoTimeOfIts() {
        typing.all("socket udp --as a", "bind a 0", "set timeout 10min").ends(0);
        GradedProgram client = mock(GradedProgram.class);
        when(client.pardoned()).thenReturn(Duration.ofHours(1));
        typing.session().grade(client);
        assertThat(LabInterpreter.over(typing.interpreter())
                        .interpret("recv a", Duration.ofMillis(50))
                        .timedOut())
                .isTrue();
    }

    /** A transport may be somebody's own: a lab's session is not left open for it. */
    @Test
    void whateverASocketThrowsTheSessionIsClosed() throws Exception {
        Transport own = mock(Transport.class);
        TransportSocket faulty = mock(TransportSocket.class);
        when(own.name()).thenReturn("own");
        when(own.traits()).thenReturn(new UdpTransport().traits());
        when(own.observed(any())).thenAnswer(asked -> {
            when(own.open(any()))
                    .thenAnswer(family -> ObservedSocket.create(
                            own, family.getArgument(0), "SOCK_DGRAM", asked.getArgument(0), () -> faulty));
            return own;
        });
        when(faulty.transport()).thenReturn(own);
        when(faulty.family()).thenReturn(Family.AF_INET);
        when(faulty.phase()).thenReturn(Phase.CREATED);
        when(faulty.waiting()).thenReturn(Waiting.USUAL);
        doThrow(AS_IF).when(faulty).abort();
        doThrow(AS_IF).when(faulty).close();
        try (Typing with = Typing.of(List.of(own, new UdpTransport()), new LoopbackPath())) {
            with.all("socket own", "socket udp --as behind", "bind behind 0").ends(0);
            TransportSocket behind =
                    with.session().sockets().pick("test", Word.plain("behind")).socket();
            GradedProgram program = mock(GradedProgram.class);
            with.session().grade(program);

            assertThatThrownBy(LabInterpreter.over(with.interpreter())::close).isSameAs(AS_IF);

            assertThat(behind.phase()).isEqualTo(Phase.CLOSED);
            verify(program).close();
        }
    }
}
