package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.transport.tcp.TcpTransport;

/** Labs that need the wire, in a process that is not on it: where one could be had, and where none can. */
class WireLabsTest {
    private static final String MISSING = "wire: /dev/net/tun: not there; sudo modprobe tun; until then:  --path relay";

    private final WireAccess wire = mock(WireAccess.class);

    @TempDir
    private Path folder;

    @AutoClose
    private Typing typing;

    @BeforeEach
    void open() throws IOException {
        new Course(folder).add("03-wire.lab", "---\npath: wire\n---\n> socket\n...\n");
        when(wire.missing()).thenReturn(Optional.empty());
        doThrow(new IOException("entered")).when(wire).enterAgain();
        doThrow(new IOException("entered on the wire")).when(wire).enterOnWire();
        Kit kit = new Kit(
                List.of(new TcpTransport()),
                List.of(new LoopbackPath()),
                wire,
                List::of,
                Map.of(),
                folder,
                Typing.NOON,
                false);
        typing = new Typing(kit);
    }

    private void noWireIsToBeHad() throws IOException {
        when(wire.missing()).thenReturn(Optional.of(MISSING));
        doThrow(new MissingAbilityException(MISSING)).when(wire).require();
    }

    @Test
    void atThePromptTheProgramIsToFollowItselfAndBeginTheLab() {
        typing.type("lab start 3").shows().ends(0);
        assertThat(typing.interpreter().successor()).contains(List.of("--path", "wire", "lab", "start", "3"));
    }

    @Test
    void fromTheCommandLineItStartsAgainWithTheSameWords() throws IOException {
        typing.type("lab start 3", Origin.ARGUMENTS).fails("entered on the wire", 4);
        typing.type("lab check 3", Origin.ARGUMENTS).fails("entered", 4);
        typing.type("run 3", Origin.ARGUMENTS).fails("entered", 4);
        assertThat(typing.interpreter().successor()).isEmpty();
    }

    @Test
    void aScriptIsToldToBeginThere() {
        typing.type("lab start 3", Origin.SCRIPT)
                .fails(
                        "lab: this session is not on the wire (expected: one that is); type  path wire  first, or start"
                                + " with  sockrates --path wire",
                        5);
    }

    @Test
    void whatIsCheckedBesideASessionIsSkippedAndSaysWhy() throws IOException {
        assertThat(typing.type("lab check 3").ends(5).lines())
                .anyMatch(line -> line.startsWith("skipped"))
                .anyMatch(line -> line.contains("requires wire: this process is in no namespace of its own"));
        verify(wire, never()).enterAgain();
    }

    @Test
    void aLabThatFailsInTheNamespaceOfOthersIsToldWhatItCannotReach() throws IOException {
        new Course(folder).add("04-theirs.lab", "> connect localhost 9\n...\n");
        assertThat(typing.type("run 4").ends(1).troubles()).isEmpty();
        when(wire.inside()).thenReturn(true);
        assertThat(typing.type("run 4").ends(1).troubles())
                .containsExactly("run: 04-theirs.lab: failed in the namespace of the wire, where no program outside is"
                        + " reached (expected: none is needed); otherwise run it without labs on the wire");
    }

    @Test
    void whereNoWireCanBeHadEveryWayToALabSaysSo() throws IOException {
        noWireIsToBeHad();
        typing.type("lab start 3").fails(MISSING, 5);
        typing.type("lab start 3", Origin.ARGUMENTS).fails(MISSING, 5);
        for (String line : List.of("run 3", "lab check 3")) {
            assertThat(String.join(
                            " ", typing.type(line, Origin.ARGUMENTS).ends(5).lines()))
                    .as(line)
                    .contains("requires wire: wire: /dev/net/tun: not there;");
        }
        verify(wire, never()).enter(any());
        assertThat(typing.interpreter().successor()).isEmpty();
    }
}
