package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.Family;

/** A kernel as it came answers a few datagrams a second that are for nobody; here it answers each. */
@InNamespace
@Timeout(30)
class RefusalsTest {
    private static final int SENT = 500;

    @ParameterizedTest
    @EnumSource
    void everyDatagramForNobodyIsAnswered(Family family) throws IOException {
        try (Ends ends = Ends.of("", family);
                DatagramChannel client = DatagramChannel.open()) {
            InetSocketAddress nobody = ends.nobody();
            for (int i = 0; i < SENT; i++) {
                client.send(ByteBuffer.allocate(10), nobody);
            }
            await().until(() -> ends.wire.report(Way.UPSTREAM).out() == SENT);
            await().untilAsserted(() ->
                    assertThat(ends.wire.report(Way.DOWNSTREAM).in()).isEqualTo(SENT));
        }
    }
}
