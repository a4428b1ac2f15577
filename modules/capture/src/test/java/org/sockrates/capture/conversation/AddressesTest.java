package org.sockrates.capture.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

final class AddressesTest {
    private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 7000);
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress("0.0.0.0", 7000);

    @Test
    void anAddressOnceKnownIsNotForgottenForTheWildcard() {
        assertThat(Addresses.better(HERE, ANYWHERE)).isEqualTo(HERE);
        assertThat(Addresses.better(ANYWHERE, HERE)).isEqualTo(HERE);
        assertThat(Addresses.better(HERE, null)).isEqualTo(HERE);
        assertThat(Addresses.better(null, ANYWHERE)).isEqualTo(ANYWHERE);
    }

    @Test
    void ofTwoThatTellAsMuchTheLaterHolds() {
        InetSocketAddress later = new InetSocketAddress("127.0.0.2", 7000);
        assertThat(Addresses.better(HERE, later)).isEqualTo(later);
        assertThat(Addresses.better(ANYWHERE, new InetSocketAddress("0.0.0.0", 8000))
                        .getPort())
                .isEqualTo(8000);
    }
}
