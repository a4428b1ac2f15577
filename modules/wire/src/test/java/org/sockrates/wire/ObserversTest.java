package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.link.PacketObserver;

/** Whoever is told of the packets of a wire is foreign to it, and called by its thread. */
class ObserversTest {
    private static final RuntimeException AS_IF = new IllegalStateException("as if");

    private final MirrorBench bench = new MirrorBench("");
    private final List<Throwable> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setUncaughtExceptionHandler(null);
    }

    /** Is told at both ends, or at one. */
    private record Faulty(boolean whereSent) implements WireObserver {
        @Override
        public void sent(WirePacket packet) {
            if (whereSent) {
                throw AS_IF;
            }
        }

        @Override
        public void arrived(WirePacket packet) {
            throw AS_IF;
        }
    }

    @Test
    void oneThatThrowsIsToldOnceAndTheOthersGoOn() {
        bench.mirror.observers().remove(bench);
        bench.mirror.observers().add(new Faulty(true));
        bench.mirror.observers().add(new Faulty(false));
        bench.mirror.observers().add(bench);
        bench.connect();

        assertThat(bench.heard).hasSize(6).startsWith("sent >syn1 passed", "came >syn1");
        assertThat(told).containsExactly(AS_IF, AS_IF);
    }

    @Test
    void soIsOneThatIsToldAsARelayTells() {
        List<Long> seen = new ArrayList<>();
        PacketObserver faulty = packet -> {
            throw AS_IF;
        };
        bench.mirror.log().observers().add(faulty);
        bench.mirror.log().observers().add(packet -> seen.add(packet.number()));
        bench.connect();

        assertThat(seen).hasSize(3);
        assertThat(bench.heard).hasSize(6);
        assertThat(told).containsExactly(AS_IF);
    }
}
