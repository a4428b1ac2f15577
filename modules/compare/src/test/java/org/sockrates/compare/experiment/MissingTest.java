package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.transport.Traits;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

class MissingTest {
    private static final Traits UDP = new UdpTransport().traits();
    private static final Traits TCP = new TcpTransport().traits();
    private static final LinkReport COPYING = new LinkReport(9, 10, 0, 1, 0, 0, 0, 90, 100, Map.of());

    @Test
    void theDifferenceIsWhatWasLostWhereNothingMoreArrives() {
        assertThat(Missing.unknown(true, UDP, LinkReport.NONE)).isEmpty();
        assertThat(Missing.unknown(false, UDP, LinkReport.NONE))
                .contains("the rest was still on its way when time was up");
    }

    @Test
    void copiesHideLossesUnlessTheTransportKnowsThem() {
        assertThat(Missing.unknown(true, UDP, COPYING))
                .hasValueSatisfying(why -> assertThat(why).contains("copies"));
        assertThat(Missing.unknown(true, TCP, COPYING)).isEmpty();
    }

    @Test
    void neitherThroughputNorASlowReaderCountsCopiesAsArrivals() {
        LinkSpec link = LinkSpec.parse("duplicate 100%");

        assertThat(Asked.of(new Throughput(), new RelayPath(), link).reason(Throughput.LOST, "udp"))
                .contains("copies");
        assertThat(Asked.of(new SlowReader(), new RelayPath(), link).reason(SlowReader.LOST_PERCENT, "udp"))
                .contains("copies");
    }
}
