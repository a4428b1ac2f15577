package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.Mockito;
import org.mockito.junit.jupiter.MockitoExtension;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Task;
import org.sockrates.transport.udp.UdpTransport;

@ExtendWith(MockitoExtension.class)
class SessionTest {
    @Mock
    private EventListener listener;

    @Mock
    private EventListener other;

    @Mock
    private AutoCloseable thing;

    @Mock
    private Voice voice;

    @AutoClose
    private final Session session = new Session(
            Map.of("udp", new UdpTransport()), SessionFiles.anywhere(Path.of("")), new LoopbackPlace(), Typing.NOON);

    private Job job() {
        return new Job("probe", Origin.PROMPT, voice, false);
    }

    @Test
    void usesTheFirstTransportWhereThereIsNoTcp() {
        assertThat(session.defaults().transport()).isEqualTo("udp");
        assertThat(session.transports()).containsExactly("udp");
        assertThatThrownBy(() -> session.use("use", "tcp"))
                .isInstanceOf(UsageException.class)
                .hasMessage("use: \"tcp\" (expected: udp)");
    }

    @Test
    void numbersTheSocketsOfEachActorFromThreeOn() throws IOException {
        session.listen(listener);
        assertThat(session.jobs().actor("server")).isEqualTo("server 1");
        assertThat(session.jobs().actor("server")).isEqualTo("server 2");
        assertThat(session.jobs().actor("client")).isEqualTo("client 1");
        TransportSocket mine = session.transport("probe", "udp").open(Family.AF_INET);
        TransportSocket theirs = session.transport("probe", "udp", "server 1").open(Family.AF_INET);
        try (mine;
                theirs) {
            Mockito.verify(listener).heard(eq(Session.SELF), Mockito.argThat(event -> event.socket() == 3));
            Mockito.verify(listener).heard(eq("server 1"), Mockito.argThat(event -> event.socket() == 3));
        }
        session.unlisten(listener);
        Mockito.clearInvocations(listener);
        session.transport("probe", "udp").open(Family.AF_INET).close();
        session.unobserved("probe", "udp").open(Family.AF_INET).close();
        Mockito.verifyNoInteractions(listener);
    }

    @Test
    void oneListenerTracesAtATime() throws IOException {
        session.traces().begin(() -> new Traces.Traced(listener, () -> {}));
        session.traces().begin(() -> new Traces.Traced(other, () -> {}));
        assertThat(session.traces().on()).isTrue();
        session.transport("probe", "udp").open(Family.AF_INET).close();
        session.traces().end();
        assertThat(session.traces().on()).isFalse();
        session.transport("probe", "udp").open(Family.AF_INET).close();
        Mockito.verifyNoInteractions(listener);
        Mockito.verify(other, Mockito.times(2)).heard(eq(Session.SELF), any());
    }

    /** Both would tell what is seen meanwhile. */
    @Test
    void theTraceBeforeHasEndedWhenTheNextBegins() throws IOException {
        Place.Tracing first = Mockito.mock(Place.Tracing.class);
        session.traces().begin(() -> new Traces.Traced(listener, first));
        session.traces().settle();
        Mockito.verify(first).settle();
        session.traces().begin(() -> {
            Mockito.verify(first).close();
            return new Traces.Traced(other, () -> {});
        });
    }

    @Test
    void ofThoseWhoTraceAtOnceOneIsLeft() throws Exception {
        AtomicInteger going = new AtomicInteger();
        Callable<Void> traces = () -> {
            for (int i = 0; i < 1000; i++) {
                going.incrementAndGet();
                session.traces().begin(() -> new Traces.Traced((actor, event) -> {}, going::decrementAndGet));
            }
            return null;
        };
        Task<Void> beside = Task.start(traces);
        traces.call();
        beside.result();
        assertThat(going).hasValue(1);
    }

    @Test
    void whoKeepsWhatIsTypedTakesThePlaceOfTheOneBefore() {
        Recorder first = Mockito.mock(Recorder.class);
        session.record(first);
        session.record(Mockito.mock(Recorder.class));
        Mockito.verify(first).close();
    }

    @Test
    void closesWhatItOwnsAndBearsWhatCannotBeClosed() throws Exception {
        AutoCloseable given = session.own(Mockito.mock(AutoCloseable.class));
        session.disown(given);
        session.own(thing);
        Mockito.doThrow(new IOException("no")).when(thing).close();
        OpenSocket open =
                session.sockets().add(session.transport("probe", "udp").open(Family.AF_INET), "a", true);
        session.close();
        Mockito.verify(thing).close();
        Mockito.verifyNoInteractions(given);
        assertThat(open.phase()).isEqualTo(Phase.CLOSED);
        assertThat(session.sockets().current()).isEmpty();
    }

    @Test
    void aFailureNobodyObservedIsThrownAndATransportThatTellsNothingIsNamed() {
        assertThatThrownBy(() -> session.call(job(), "udp", () -> {
                    throw new SocketCallException(Call.SOCKET, Errno.EMFILE);
                }))
                .isInstanceOf(SocketCallException.class);
        assertThatThrownBy(() -> session.call(job(), "udp", () -> {}))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("transport: \"udp\" told its observer of no call (expected: ");
    }

    @Test
    void aCallIsTheEventOfItsOwnThread() throws IOException {
        session.listen(listener);
        SocketEvent event = session.call(
                job(),
                "udp",
                () -> session.transport("probe", "udp").open(Family.AF_INET).close());
        assertThat(event.call()).isEqualTo(Call.CLOSE);
        InOrder order = Mockito.inOrder(listener);
        order.verify(listener).heard(eq(Session.SELF), Mockito.argThat(heard -> heard.call() == Call.SOCKET));
        order.verify(listener).heard(Session.SELF, event);
    }

    @Test
    void keepsWhatItsLinksSawInTheirOrder() {
        assertThat(session.passed().messages()).isEmpty();
        session.passed().add(List::of);
        assertThat(session.passed().messages()).isEmpty();
    }
}
