package org.sockrates.capture.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Traits.Promise;

final class KernelProtocolTest {
    @Test
    void isUdpForWhateverTravelsInDatagrams() {
        Traits datagrams = Traits.of(9, Promise.KEEPS_BOUNDARIES, Promise.IN_DATAGRAMS);
        Traits reliable = Traits.of(9, Promise.CONNECTION_ORIENTED, Promise.RELIABLE, Promise.IN_DATAGRAMS);
        Traits stream = Traits.of(9, Promise.CONNECTION_ORIENTED, Promise.RELIABLE);

        assertThat(KernelProtocol.of(datagrams)).isEqualTo(KernelProtocol.UDP);
        assertThat(KernelProtocol.of(reliable)).isEqualTo(KernelProtocol.UDP);
        assertThat(KernelProtocol.of(stream)).isEqualTo(KernelProtocol.TCP);
    }
}
