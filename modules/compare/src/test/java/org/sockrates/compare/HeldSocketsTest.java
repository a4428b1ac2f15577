package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;

class HeldSocketsTest {
    private final SocketKind kind = mock();
    private final OpenSockets open = new OpenSockets();
    private final HeldSockets held = new HeldSockets(kind, open);

    @Test
    void aSocketThatFailsToCloseDoesNotKeepOthersOpen() throws IOException {
        TransportSocket stuck = mock();
        TransportSocket other = mock();
        when(kind.open(any())).thenReturn(stuck, other);
        doThrow(new IOException("stuck")).when(stuck).close();
        doThrow(new IOException("stuck")).when(other).close();
        held.open(Family.AF_INET);
        held.open(Family.AF_INET);

        open.close();

        verify(stuck).close();
        verify(other).close();
    }

    @Test
    void whatTheyPromiseIsTheKindsOwn() {
        Traits traits = Traits.of(9);
        when(kind.traits()).thenReturn(traits);
        assertThat(held.traits()).isSameAs(traits);
    }
}
