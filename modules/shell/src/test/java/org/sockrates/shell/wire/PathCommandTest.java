package org.sockrates.shell.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.session.Place;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.wire.WireAbility;

/** Paths where no wire can be had, and where one could. */
class PathCommandTest {
    private static final String MISSING = "wire: /dev/net/tun: not there; sudo modprobe tun; until then:  --path relay";

    private final Entered wire = new Entered();

    /** A wire that can be had, and remembers with which words it was entered. */
    private static final class Entered implements WireAccess {
        private final List<List<String>> words = new ArrayList<>();

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public List<WireAbility.Need> needs() {
            return List.of();
        }

        @Override
        public boolean inside() {
            return false;
        }

        @Override
        public void enter(List<String> others) throws IOException {
            words.add(others);
            throw new IOException("entered");
        }

        @Override
        public void enterAgain() throws IOException {
            enter(List.of("again"));
        }

        @Override
        public void enterOnWire() throws IOException {
            enter(List.of("on wire"));
        }

        @Override
        public Place place() {
            throw new AssertionError("outside there is no place");
        }

        @Override
        public org.sockrates.link.Path path() {
            throw new AssertionError("outside there is no path");
        }
    }

    private static Typing typing(WireAccess wire) {
        return new Typing(kit(wire));
    }

    private static Kit kit(WireAccess wire) {
        return new Kit(
                List.of(new TcpTransport()),
                List.of(new LoopbackPath(), new RelayPath()),
                wire,
                List::of,
                Map.of(),
                Path.of(""),
                Typing.NOON,
                false);
    }

    @Test
    void listsThePathsAndWhatIsMissing() {
        try (Typing typing = typing(WireAccess.none(MISSING))) {
            typing.type("path")
                    .shows(
                            "* loopback  127.0.0.1, and nothing in between",
                            "  relay     a hop before a server, which loses datagrams only;  link add",
                            "  wire      not here",
                            "    " + MISSING,
                            "  sim       virtual time, for whole runs:  compare --path sim,  sim --ladder");
        }
    }

    @Test
    void whereNoWireCanBeHadEveryCommandThatNeedsItSaysSo() {
        try (Typing typing = typing(WireAccess.none(MISSING))) {
            typing.type("path wire").fails(MISSING, 5);
            typing.type("compare delivery --path wire").fails(MISSING, 5);
            typing.type("wire exec -- true").fails(MISSING, 5);
            typing.type("capture lab.pcapng").fails(MISSING, 5);
            typing.type("capture stop").fails(MISSING, 5);
            typing.type("tcp set sack off").fails(MISSING, 5);
            typing.type("tcp profile textbook").fails(MISSING, 5);
        }
    }

    @Test
    void atThePromptTheProgramIsToFollowItself() {
        try (Typing typing = typing(wire)) {
            typing.type("path wire").shows().ends(0);
            assertThat(typing.interpreter().leaving()).isTrue();
            assertThat(typing.interpreter().successor()).contains(List.of("--path", "wire"));
            assertThat(wire.words).isEmpty();
        }
    }

    @Test
    void aScriptOrALabCannotChangeItsPathMidway() {
        try (Typing typing = typing(wire)) {
            for (Origin origin : List.of(Origin.SCRIPT, Origin.LAB, Origin.ARGUMENTS)) {
                typing.type("path wire", origin)
                        .refuses("path: wire is chosen at the beginning (expected: at a prompt); start with"
                                + "  sockrates --path wire, or write  path: wire  in front of the lab");
            }
            assertThat(typing.interpreter().successor()).isEmpty();
        }
    }

    @Test
    void theCommandLineEntersByItself() {
        try (Typing typing = typing(wire)) {
            typing.type("compare delivery --path wire", Origin.ARGUMENTS).fails("entered", 4);
            typing.type("wire exec -- true", Origin.ARGUMENTS).fails("entered", 4);
            assertThat(wire.words).containsExactly(List.of("again"), List.of("on wire"));
        }
    }

    @Test
    void aPersonIsAskedToGoThereFirst() {
        try (Typing typing = typing(wire)) {
            typing.type("compare delivery --path wire")
                    .fails(
                            "compare: --path wire needs a namespace of its own (expected: this process in one); type"
                                    + "  path wire  first, or start with  sockrates --path wire",
                            5);
            String next = ": this session is not on the wire (expected: one that is); type  path wire  first, or start"
                    + " with  sockrates --path wire";
            typing.type("wire exec -- true").fails("wire: exec" + next, 5);
            typing.type("capture lab.pcapng").fails("capture" + next, 5);
            typing.type("tcp set sack off").fails("tcp: set" + next, 5);
            typing.type("tcp profile textbook").fails("tcp: profile" + next, 5);
        }
    }

    @Test
    void inALabOnLoopbackAWireSessionIsToldHowToComeBack() {
        WireAccess inside = mock(WireAccess.class);
        when(inside.place()).thenReturn(new WirePlace());
        try (Typing typing = Typing.onWire(kit(inside))) {
            typing.session().places().meetOnLoopback();
            String back = ": this lab is on loopback (expected: a lab on the wire);  lab leave  goes back to it";
            typing.type("path wire").refuses("path: wire" + back);
            typing.type("capture lab.pcapng").fails("capture" + back, 5);
            typing.type("tcp profile textbook").fails("tcp: profile" + back, 5);
            assertThat(typing.interpreter().leaving()).isFalse();
        }
    }

    @Test
    void aLabStartsNoProgram() {
        try (Typing typing = typing(wire)) {
            typing.type("wire exec -- true", Origin.LAB).refuses("wire: in a lab (expected: typed by a person)");
        }
    }

    @Test
    void otherPathsAreExplained() {
        try (Typing typing = typing(wire)) {
            typing.type("path loopback").shows("the path is loopback already");
            typing.type("path relay")
                    .refuses("path: relay is put before one server (expected: loopback or wire); type  link add PORT"
                            + " delay 20ms");
            typing.type("path sim")
                    .refuses("path: sim is for whole runs (expected: loopback or wire); in virtual time:"
                            + "  compare --path sim,  sim rdt-gbn --ladder");
            typing.type("path wier").refuses("path: \"wier\" (expected: wire?)");
        }
    }
}
