package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Settings;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

class RehearsalTest {
    private static final Settings SETTINGS = new Settings(1, true);

    private static List<String> played(Transport transport, Passage passage) throws IOException {
        List<String> played = new ArrayList<>();
        Rehearsal.of(transport, passage, SETTINGS, (meeting, calls, loopback) -> {
            calls.make("send(client)", () -> meeting.client().send(ByteBuffer.allocate(1)));
            played.addAll(calls.lines());
        });
        return played;
    }

    @Test
    void nothingOfItPassesThePathThatIsMeasured() throws IOException {
        TcpTransport tcp = new TcpTransport();
        try (Passage passage = new RelayPath().open(tcp.traits(), LinkSpec.NONE)) {
            assertThat(played(tcp, passage)).singleElement().asString().startsWith("send(client)     = 1 ");
            assertThat(passage.report().in()).isZero();
        }
    }

    /** A reader of datagrams would wait for an end in vain. */
    @Test
    void whereNobodyIsToldOfAnEndThereIsNone() throws IOException {
        UdpTransport udp = new UdpTransport();
        try (Passage passage = new RelayPath().open(udp.traits(), LinkSpec.NONE)) {
            assertThat(played(udp, passage)).isEmpty();
        }
    }
}
