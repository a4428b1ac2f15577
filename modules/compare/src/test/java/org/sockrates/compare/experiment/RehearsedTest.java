package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.compare.Comparer;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.OpenedLinks;
import org.sockrates.compare.Progress;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.testkit.Allocation;

/** What is measured is the protocol, not the program that measures. */
class RehearsedTest {
    /** TCP tells of an end, and is timed; a reader of UDP would wait for it in vain. */
    @ParameterizedTest
    @ValueSource(strings = {"end", "vanish"})
    void whatIsTimedWasDoneOnceBeforeOnTheSamePath(String name) {
        Experiment experiment = Experiments.named(name).orElseThrow();
        OpenedLinks relay = new OpenedLinks(new RelayPath());

        Asked.of(experiment, relay, LinkSpec.parse("delay 1ms seed 7"));

        assertThat(relay.opened()).containsExactly("tcp ", "tcp delay 1ms seed 7", "udp delay 1ms seed 7");
    }

    @Test
    void whatIsRepeatedIsRehearsedOnce() {
        OpenedLinks loopback = new OpenedLinks(new LoopbackPath());
        new Comparer(loopback, LinkSpec.NONE, Asked.QUICK, Progress.SILENT)
                .run(List.of(new End()), List.of(new TcpTransport()), 3);
        assertThat(loopback.opened()).hasSize(4);
    }

    @Test
    void whereTimeIsComputedNothingNeedsIt() {
        OpenedLinks loopback = new OpenedLinks(new LoopbackPath(), true);
        Asked.of(new End(), loopback, LinkSpec.NONE);
        assertThat(loopback.opened()).containsExactly("tcp ", "udp ");
    }

    /** To write a line takes longer than many a call, and would be measured with the next. */
    @Test
    void aCallIsWrittenDownWhenAllIsOver() throws Exception {
        Calls calls = new Calls(() -> 0);
        assertThat(Allocation.bytesPerCall(() -> calls.make("send(client)", () -> 1)))
                .isLessThan(200);
        assertThat(calls.lines()).element(1).asString().startsWith("send(client)     = 1 ");
    }
}
