package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.FanIn.ANSWERED;
import static org.sockrates.compare.experiment.FanIn.CLIENTS;
import static org.sockrates.compare.experiment.FanIn.EXPECTED;
import static org.sockrates.compare.experiment.FanIn.HELD;
import static org.sockrates.compare.experiment.FanIn.PEERS;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;

class FanInTest {
    private final FanIn fanIn = new FanIn();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new FanIn());
    }

    @Test
    void eachConnectionCostsTheServerASocketAndDatagramsCostOneForAll() {
        assertThat(asked.value(HELD, "tcp")).isEqualTo(11).isEqualTo(asked.value(EXPECTED, "tcp"));
        assertThat(asked.value(HELD, "udp")).isEqualTo(1).isEqualTo(asked.value(EXPECTED, "udp"));
        assertThat(asked.value(ANSWERED, "tcp")).isEqualTo(10);
        assertThat(asked.value(PEERS, "tcp")).isEqualTo(10);
        assertThat(asked.value(ANSWERED, "udp")).isBetween(1.0, asked.value(PEERS, "udp"));
    }

    @Test
    void theFindingNamesTheClientsLeftAlone() {
        String finding = new Told(fanIn)
                .of("tcp", HELD.counted(5, 6), CLIENTS.counted(5, 5), ANSWERED.counted(5, 5))
                .of("udp", HELD.counted(5, 1), CLIENTS.counted(5, 5), ANSWERED.counted(5, 4))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp served 5 clients with 6 sockets; udp served 4 clients with 1 socket, and left 1 client"
                        + " without an answer.");
    }

    @Test
    void whatIsLostOnceIsAskedAgain() {
        Asked lossy = Asked.of(fanIn, new RelayPath(), LinkSpec.parse("upstream drop 1"));
        assertThat(lossy.value(ANSWERED, "udp")).isEqualTo(lossy.value(CLIENTS, "udp"));
    }
}
