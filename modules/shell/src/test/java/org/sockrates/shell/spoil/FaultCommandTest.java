package org.sockrates.shell.spoil;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

class FaultCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    private void echoBehindALink() {
        typing.opens("echo", "server tcp 0 --echo --quiet");
        typing.opens("link", "link add tcp {echo}");
    }

    @Test
    void cutsAStreamIntoSlices() {
        echoBehindALink();
        typing.type("fault use 1 downstream limit_data 3B")
                .has("  faults: seed 42 downstream limit_data 3")
                .ends(0);
        typing.type("client {link} hello").has("received  3 bytes: \"hel\"").ends(0);
    }

    @Test
    void showsAndDropsThem() {
        echoBehindALink();
        typing.type("fault use 1 latency 10ms").ends(0);
        typing.type("fault").matches("link 1: tcp .*: everything passes", "  faults: latency 10ms seed 42");
        typing.type("fault show 1").matches("link 1: tcp .*: everything passes", "  faults: latency 10ms seed 42");
        assertThat(typing.type("fault show --json").lines().get(0)).contains("\"faults\":\"latency 10ms");
        typing.type("fault drop 1").matches("link 1: tcp .*: everything passes").ends(0);
        typing.type("fault show").matches("link 1: tcp .*: everything passes").ends(0);
    }

    @Test
    void theOnlyLinkOfStreamsNeedNotBeNamed() {
        typing.type("fault use latency 10ms")
                .refuses("fault: there is no link yet; make one:  link add PORT delay 20ms");
        typing.opens("datagrams", "link add udp 9");
        typing.type("fault use latency 10ms")
                .refuses("fault: link 1 carries datagrams (expected: a TCP link); for datagrams:  link use 1 loss 5%");
        echoBehindALink();
        typing.type("fault use downstream limit_data 3B").ends(0);
        typing.type("client {link} hello").has("received  3 bytes: \"hel\"").ends(0);
        typing.type("fault drop").ends(0);
        typing.type("client {link} hello").has("received  5 bytes: \"hello\"").ends(0);
        typing.opens("other", "link add tcp {echo}");
        typing.type("fault use latency 10ms").refuses("fault: which link? (expected: one of 2 3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add latency 1s|add|use, with all faults there are to be: they take the place of those before",
                "remove 1 latency|remove|drop, which leaves no fault",
                "list|list|show",
                "latency 1s|latency|a verb before the faults:  fault use latency …",
            })
    void verbsOfOthersAreKnown(String words, String verb, String expected) {
        typing.type("fault " + words).refuses("fault: \"" + verb + "\" (expected: " + expected + ")");
    }

    @Test
    void datagramsHaveNone() {
        typing.opens("link", "link add udp 9");
        typing.type("fault use 1 latency 10ms")
                .refuses("fault: link 1 carries datagrams (expected: a TCP link); for datagrams:  link use 1 loss 5%");
    }

    @Test
    void saysWhatCannotBeMeant() {
        typing.type("fault use 1 latency 10ms")
                .refuses("fault: \"1\" (expected: a link; make one:  link add PORT delay 20ms)");
        echoBehindALink();
        typing.type("fault use 1 slizer 3").refuses("fault: \"slizer\" (expected: slicer?)");
        typing.type("fault use 1").refuses("fault: too few words (expected: FAULTS); see  help fault");
        typing.type("fault frob").refuses("fault: \"frob\" (expected: use show drop)");
        typing.type("fault drop 1 2").refuses("fault: \"2\" (expected: nothing more; see  help fault)");
        typing.type("fault show 1 2").refuses("fault: \"2\" (expected: nothing more; see  help fault)");
    }
}
