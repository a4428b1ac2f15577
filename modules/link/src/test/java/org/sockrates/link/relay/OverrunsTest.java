package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.testkit.Task;

class OverrunsTest {
    private final InetSocketAddress one = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    private final InetSocketAddress other = new InetSocketAddress(InetAddress.getLoopbackAddress(), 2);
    private final Map<InetSocketAddress, Long> told = new HashMap<>();
    private Runnable meanwhile = () -> {};
    private final Overruns overruns = new Overruns(this::of);

    private Map<InetSocketAddress, Long> of(Set<InetSocketAddress> sockets) {
        Map<InetSocketAddress, Long> answer = new HashMap<>(told);
        answer.keySet().retainAll(sockets);
        Task<Void> loop = Task.start(() -> {
            meanwhile.run();
            return null;
        });
        try {
            loop.result();
        } catch (Exception stuck) {
            throw new AssertionError(stuck);
        }
        return answer;
    }

    @Test
    void nobodyWaitsForWhoAsks() {
        overruns.opened(one);
        told.put(one, 40L);
        meanwhile = () -> overruns.opened(other);
        assertThat(overruns.count()).isEqualTo(40);
        told.put(other, 2L);
        meanwhile = () -> {};
        assertThat(overruns.count()).isEqualTo(42);
    }

    @Test
    void whatIsClosedMeanwhileKeepsWhatWasToldLast() {
        overruns.opened(one);
        told.put(one, 40L);
        assertThat(overruns.count()).isEqualTo(40);
        told.put(one, 50L);
        meanwhile = () -> overruns.closed(one);
        assertThat(overruns.count()).isEqualTo(40);
        assertThat(overruns.count()).isEqualTo(40);
    }

    @Test
    void whoGetsTheSameAddressMeanwhileIsAnother() {
        overruns.opened(one);
        told.put(one, 40L);
        assertThat(overruns.count()).isEqualTo(40);
        meanwhile = () -> {
            overruns.closed(one);
            overruns.opened(one);
        };
        assertThat(overruns.count()).isEqualTo(40);
        told.put(one, 2L);
        meanwhile = () -> {};
        assertThat(overruns.count()).isEqualTo(42);
    }

    @Test
    void neverGetsLess() {
        overruns.opened(one);
        told.put(one, 40L);
        assertThat(overruns.count()).isEqualTo(40);
        told.clear();
        assertThat(overruns.count()).isEqualTo(40);
        told.put(one, 7L);
        assertThat(overruns.count()).isEqualTo(40);
    }
}
