package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.SplitMix64;

/** What a transport reads of datagrams that pass: they may be anybody's, whole or not, and go on as they came. */
interface HeadPromises extends Promises {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 20, 1000})
    default void anyDatagramMayBeAskedForItsHead(int bytes) {
        SplitMix64 random = new SplitMix64(bytes);
        for (int i = 0; i < 100; i++) {
            byte[] content = new byte[bytes + 4];
            for (int at = 0; at < content.length; at++) {
                content[at] = (byte) random.nextInt(256);
            }
            ByteBuffer datagram = ByteBuffer.wrap(content.clone(), 2, bytes);
            assertLeft(datagram, bytes);
            assertLeft(datagram.asReadOnlyBuffer(), bytes);
            assertThat(datagram.array()).isEqualTo(content);
        }
    }

    private void assertLeft(ByteBuffer datagram, int bytes) {
        assertThat(bench().transport().head(datagram)).isNotNull();
        assertThat(datagram.position()).isEqualTo(2);
        assertThat(datagram.limit()).isEqualTo(2 + bytes);
    }
}
