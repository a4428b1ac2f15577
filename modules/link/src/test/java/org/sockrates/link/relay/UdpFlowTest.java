package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.link.rule.Way;

/** Whether the system took a datagram: one that it has no room for now it does not, and of an empty one none is left. */
class UdpFlowTest {
    private final UdpRelay relay = mock(UdpRelay.class);
    private final DatagramChannel back = mock(DatagramChannel.class);
    private final DatagramChannel front = mock(DatagramChannel.class);

    private UdpFlow flow() throws IOException {
        when(relay.target()).thenReturn(TcpStage.loopback(7));
        when(relay.listen()).thenReturn(TcpStage.loopback(8));
        when(back.getLocalAddress()).thenReturn(TcpStage.loopback(9));
        return new UdpFlow(relay, TcpStage.loopback(10), back);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 1, true", "1, 0, false", "100, 100, true", "100, 0, false"})
    void tellsWhetherTheSystemTookIt(int bytes, int sent, boolean taken) throws IOException {
        when(back.send(any(), any())).thenReturn(sent);
        when(back.write(any(ByteBuffer.class))).thenReturn(sent);
        when(front.send(any(), any())).thenReturn(sent);
        UdpFlow flow = flow();
        ByteBuffer packet = ByteBuffer.allocate(bytes);

        assertThat(flow.send(Way.DOWNSTREAM, packet, front)).isEqualTo(taken);
        assertThat(flow.send(Way.UPSTREAM, packet, front)).isEqualTo(taken);
        flow.send(Way.UPSTREAM, ByteBuffer.allocate(0), front); // disconnects it
        assertThat(flow.send(Way.UPSTREAM, packet, front)).isEqualTo(taken);
    }

    @Test
    void oneThatMeetsTheNewsOfAClosedPortIsSentAllTheSame() throws IOException {
        when(back.write(any(ByteBuffer.class)))
                .thenThrow(new PortUnreachableException())
                .thenReturn(3);
        assertThat(flow().send(Way.UPSTREAM, ByteBuffer.allocate(3), front)).isTrue();
    }
}
