package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.rule.Way;

/** Nagle's rule as this kernel has it, which is not the standard's (RFC 9293 §3.7.4): {@code explain Nagle} says so. */
@InNamespace
@Timeout(30)
class NagleTest {
    private static final int HEADERS = 40;

    private final TcpSettings settings = TcpSettings.here();

    @AfterEach
    void asItWas() throws IOException {
        settings.restore();
    }

    /** Before the gate opens nothing is acknowledged; what Nagle holds goes as one when the option ends it. */
    @Test
    void aShortSegmentWaitsForAnotherShortOneAndNotForAFullOne() throws IOException {
        settings.profile(TcpSettings.TEXTBOOK); // without timestamps a full one has 1460 bytes
        try (Ends ends = Ends.of("");
                SocketChannel client = ends.connect();
                SocketChannel served = ends.accept()) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, false);
            ends.wire.pause();
            client.write(ByteBuffer.allocate(2000));
            client.write(ByteBuffer.allocate(100));
            client.write(ByteBuffer.allocate(100));
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            ends.wire.resume();
            Ends.receive(served, 2200);
            List<Integer> lengths = ends.wire.log().stream()
                    .filter(packet -> packet.way() == Way.UPSTREAM && packet.bytes() > HEADERS)
                    .map(packet -> packet.bytes() - HEADERS)
                    .distinct() // a machine that is held up sends again
                    .toList();
            assertThat(lengths).containsSequence(1460, 540).contains(200).doesNotContain(100);
        }
    }
}
