package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Errno;

class RefusalsTest {
    private final Refusals refusals = new Refusals();

    private static Refusal of(int client, long nanos) {
        return new Refusal(
                nanos, TcpStage.loopback(client), TcpStage.loopback(1), TcpStage.loopback(2), Errno.ECONNREFUSED);
    }

    @Test
    void aClientThatComesAgainIsAnotherConnection() {
        refusals.add(of(7, 1));
        refusals.add(of(8, 2));
        refusals.add(of(7, 3));
        assertThat(refusals.all()).containsExactly(of(8, 2), of(7, 3));
        refusals.served(TcpStage.loopback(7));
        assertThat(refusals.all()).isEqualTo(List.of(of(8, 2)));
    }

    @Test
    void theOldestAreForgotten() {
        for (int i = 1; i <= 100; i++) {
            refusals.add(of(i, i));
        }
        assertThat(refusals.all()).hasSize(64).startsWith(of(37, 37)).endsWith(of(100, 100));
    }
}
