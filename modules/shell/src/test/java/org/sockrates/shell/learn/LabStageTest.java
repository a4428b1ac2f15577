package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketHost;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Typing;
import org.sockrates.shell.session.Place;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

/** How a lab finds a session, and how it leaves it. */
class LabStageTest extends WithCourse {
    private final PacketHost link = mock(PacketHost.class);
    private final Place place = mock(Place.class);

    @Test
    void whatWasDoneBeforeIsForgotten() throws IOException {
        course.add("03-server.lab", """
                tcp> server tcp 0 --quiet
                server tcp {at}: echo, iterative (job 1)
                """);
        typing.type("server 0 --quiet").ends(0);
        typing.type("recv 7").ends(4);
        typing.all("lab start 03", "lab next", "lab reset", "lab next").ends(0);
        assertThat(typing.session().journal().entries())
                .as("only what the lab's server has done")
                .allMatch(entry -> entry.actor().equals("server 1"));
        typing.type("why").shows("no call has failed;  why *  lists the figures of compare");
    }

    @Test
    void resetBeginsAgainAndEndsWhatIsLeft() {
        typing.all("lab start 01", "lab next", "server udp 0 --quiet", "link add udp 9")
                .ends(0);
        typing.type("lab reset").has("a door").ends(0);
        assertThat(typing.session().sockets().all()).isEmpty();
        typing.type("jobs").shows("no jobs");
        typing.type("link").shows("no link is up; make one:  link add PORT delay 20ms");
        typing.type("lab next").has("socket(AF_INET, SOCK_DGRAM, 0) = 3 (door)").ends(0);
    }

    @Test
    void whatTheStudentHadSetComesBackAtTheEnd() {
        typing.all("set timeout 3s", "set seed 9", "lab start 01").ends(0);
        assertThat(typing.type("set --json").json())
                .containsEntry("transport", "udp")
                .containsEntry("timeout", "5s");
        typing.all("set drawings words", "lab next", "lab next", "lab next", "lab next")
                .ends(0);
        assertThat(typing.type("set --json").json())
                .containsEntry("transport", "tcp")
                .containsEntry("timeout", "3s")
                .containsEntry("seed", 9)
                .containsEntry("drawings", "words");
        typing.all("close *", "lab start 01", "lab leave").ends(0);
        typing.type("socket").has("socket(AF_INET, SOCK_STREAM, 0) = 3");
    }

    @Test
    void whatTheStudentHadSetIsNotTheLabs() throws IOException {
        course.add("03-fresh.lab", """
                > set
                transport  tcp
                timeout    5s
                seed       42
                family     ipv4
                drawings   unicode
                """);
        typing.all("use udp", "set timeout 3s", "set seed 9", "set family ipv6", "lab start 03", "lab next")
                .ends(0);
        assertThat(typing.type("set --json").json())
                .containsEntry("transport", "udp")
                .containsEntry("timeout", "3s")
                .containsEntry("seed", 9)
                .containsEntry("family", "ipv6");
    }

    @Test
    void itsSeedAndItsLinkAreThoseOfItsCommands() throws IOException {
        course.add("03-slow.lab", """
                ---
                seed: 7
                link: delay 5ms
                ---
                > set
                ...
                """);
        typing.type("lab start 03").ends(0);
        assertThat(typing.session().defaults().seed()).isEqualTo(7);
        assertThat(typing.session().defaults().link()).isEqualTo("delay 5ms");
        typing.type("lab leave").ends(0);
        assertThat(typing.session().defaults().seed()).isEqualTo(42);
        assertThat(typing.session().defaults().link()).isEmpty();
    }

    @Test
    void whatALinkSawThatIsDroppedIsForgotten() {
        typing.opens("echo", "server udp 0 --quiet");
        typing.opens("way", "link add udp {echo}");
        typing.type("client udp {way} hello").ends(0);
        assertThat(typing.session().passed().messages()).isNotEmpty();
        typing.type("lab start 01").ends(0);
        assertThat(typing.session().passed().messages()).isEmpty();
    }

    /** It would tell what the lab asks. */
    @Test
    void aTraceIsSilentUntilTheLabIsLeft() throws IOException {
        course.add("03-server.lab", """
                > server tcp 0 --quiet
                ...
                > stop *
                ...
                """);
        typing.type("trace on").ends(0);
        typing.type("lab start 03")
                .has("  trace is off until the lab ends, which asks what it would tell")
                .ends(0);
        typing.type("lab next").ends(0);
        typing.type("trace").shows("trace is off");
        typing.all("trace on", "lab reset", "lab next").ends(0);
        typing.type("trace").shows("trace is off");
        assertThat(typing.news()).noneMatch(line -> line.contains("bind("));
        typing.all("stop *", "lab leave").ends(0);
        typing.type("trace").shows("trace is on");
        typing.type("server tcp 0 --quiet").ends(0);
        typing.hears("[0-9.]+ server \\d bind\\(.*");
        typing.all("trace off", "lab start 03", "trace on", "lab leave").ends(0);
        typing.type("trace").shows("trace is off");
    }

    @Test
    void aLabThatIsNotOnTheWireIsOnLoopbackWhereverTheSessionIs() throws IOException {
        course.add("03-door.lab", """
                > socket --as door
                ...
                > bind door 0
                bind(3, 127.0.0.1:0) = 0
                  the system chose port {port}
                """);
        LinkSpec own = LinkSpec.parse("loss 1%", 7);
        when(link.link()).thenReturn(own);
        try (Typing onWire = onWire()) {
            onWire.type("lab start 03").ends(0);
            onWire.type("path").has("* loopback  127.0.0.1, and nothing in between");
            onWire.type("lab next").ends(0);
            assertThat(onWire.type("lab next").ends(0).lines())
                    .noneMatch(line -> line.contains("the lab shows something else"));
            assertThat(onWire.session().place()).as("at the end").isSameAs(place);
            verify(link, atLeastOnce()).use(own);
            verify(link, atLeastOnce()).forgetOrders();
            verify(link, atLeastOnce()).resume();
            verify(place, never()).renew();
        }
        verify(place).close();
    }

    @Test
    void whatCannotBePutBackKeepsNothingElseBack() throws IOException {
        LinkSpec own = LinkSpec.parse("loss 1%", 7);
        when(link.link()).thenReturn(own);
        doThrow(new UncheckedIOException(new IOException("gone"))).when(link).use(own);
        try (Typing onWire = onWire()) {
            onWire.all("trace on", "lab start 01").ends(0);
            onWire.type("lab leave").lines();
            assertThat(onWire.session().place()).isSameAs(place);
            onWire.type("trace").shows("trace is on");
        }
    }

    @Test
    void whyALabDoesNotBeginIsToldWhateverCannotBePutBack() throws IOException {
        when(link.link()).thenReturn(LinkSpec.NONE);
        doThrow(new UsageException("this is why"))
                .doThrow(new UsageException("gone"))
                .when(link)
                .use(any());
        try (Typing onWire = onWire()) {
            onWire.type("trace on").ends(0);
            onWire.type("lab start 01").refuses("this is why");
            onWire.type("trace").shows("trace is on");
        }
    }

    private Typing onWire() throws IOException {
        when(place.listener(any())).thenReturn((actor, event) -> {});
        when(place.path()).thenReturn("wire");
        when(place.link()).thenReturn(Optional.of(link));
        when(place.trace(any())).thenReturn(() -> {});
        WireAccess wire = mock(WireAccess.class);
        when(wire.place()).thenReturn(place);
        return Typing.onWire(new Kit(
                List.of(new TcpTransport(), new UdpTransport()),
                List.of(),
                wire,
                List::of,
                Map.of(),
                folder,
                Typing.NOON,
                false));
    }

    @Test
    void aLabNamesFilesOfItsFolderAndNoOther() throws IOException {
        course.add("word.txt", "hello");
        course.add("03-files.lab", "> socket udp --as a\n...\n> sendto a 9 file:word.txt\n...\n");
        typing.all("lab start 03", "lab next").ends(0);
        typing.type("lab next")
                .has("sendto(3, \"hello\", 5, 0, 127.0.0.1:9) = 5")
                .ends(0);
        course.add("04-leak.lab", "> socket udp --as a\n...\n> sendto a 9 file:../../secret.txt\n...\n");
        assertThat(typing.type("lab start 04").ends(3).troubles())
                .singleElement()
                .asString()
                .endsWith("leads out with .. (expected: a path inside the lab's folder)");
    }
}
