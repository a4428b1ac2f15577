package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wire that follows another at the same addresses. */
@InNamespace
@Timeout(30)
class StrangersTest {
    @Test
    void hearsNothingOfConnectionsOverTheOneBefore() throws IOException {
        SocketChannel left;
        SocketChannel itsPeer;
        try (Ends before = Ends.of("")) {
            left = before.connect();
            itsPeer = before.accept();
        }
        try (left;
                itsPeer;
                Ends ends = Ends.of("upstream drop data 2");
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            left.write(ByteBuffer.allocate(100)); // nobody hears it, and the kernel sends it again and again
            Ends.carry(client, served, 10);
            Ends.carry(client, served, 10);
            assertThat(ends.wire.report().byRule()).containsEntry("drop", 1L);
            assertThat(ends.wire.log())
                    .allMatch(packet ->
                            packet.client().getPort() == client.socket().getLocalPort());
        }
    }
}
