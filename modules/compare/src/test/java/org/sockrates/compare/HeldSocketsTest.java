package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.service.EchoService;

class HeldSocketsTest {
    private final Transport transport = mock();
    private final OpenSockets open = new OpenSockets();
    private final HeldSockets held = new HeldSockets(transport, open);

    @Test
    void aSocketThatFailsToCloseDoesNotKeepOthersOpen() throws IOException {
        TransportSocket stuck = mock();
        TransportSocket other = mock();
        when(transport.open(any())).thenReturn(stuck, other);
        doThrow(new IOException("stuck")).when(stuck).close();
        doThrow(new IOException("stuck")).when(other).close();
        held.open(Family.AF_INET);
        held.open(Family.AF_INET);

        open.close();

        verify(stuck).close();
        verify(other).close();
    }

    @Test
    void whatCouldNotBeHeldIsNotOpened() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ServerSettings server = ServerSettings.of(address, new EchoService());
        ClientSettings client = new ClientSettings(address, Duration.ofSeconds(1));
        Observation observation = mock();
        assertThatIllegalStateException().isThrownBy(() -> held.server(server));
        assertThatIllegalStateException().isThrownBy(() -> held.client(client));
        assertThatIllegalStateException().isThrownBy(() -> held.observed(observation));
        verifyNoInteractions(transport);
    }

    @Test
    void everythingElseIsTheTransportsOwn() {
        ByteBuffer datagram = ByteBuffer.allocate(1);
        Optional<PacketHead> head = Optional.of(mock());
        when(transport.name()).thenReturn("rdt");
        when(transport.head(datagram)).thenReturn(head);
        assertThat(held.name()).isEqualTo("rdt");
        assertThat(held.head(datagram)).isEqualTo(head);
    }
}
