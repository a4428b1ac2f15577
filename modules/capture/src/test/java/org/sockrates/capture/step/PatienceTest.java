package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.CapturedTraffic;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.capture.traffic.ThrownAway;

/** Who reads a capture and draws it asks all the time whether somebody still waits. */
final class PatienceTest {
    private static final int COUNT = 50;

    private final AtomicInteger asked = new AtomicInteger();

    private Patience times(int most) {
        asked.set(0);
        return Patience.until("capture", () -> asked.incrementAndGet() > most);
    }

    /** A segment of each of as many connections, which both ends saw in pieces of their own. */
    private static Capture capture(String client, String server) {
        List<Packet> packets = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            for (int end = 0; end < 2; end++) {
                ByteBuffer segment = Crafted.from("10.77.0.1", 1 + i, "10.77.0.2", 80)
                        .flags(".")
                        .payload(20 + end)
                        .tcp();
                packets.add(Packet.whole(2L * i + end, segment, end));
            }
        }
        List<VantagePoint> points = List.of(new VantagePoint(client, ""), new VantagePoint(server, ""));
        return new Capture(points, packets, new Capture.Skipped(0, ""), Optional.empty());
    }

    private static SeenTraffic seen(Capture capture, Patience patience) {
        return CapturedTraffic.of(capture, ThrownAway.of(capture), patience).seen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "eth0"})
    void packetsAreFollowedUntilNobodyWaits(String first) {
        Capture capture = capture(first, "server");
        seen(capture, times(Integer.MAX_VALUE));
        int all = asked.get();

        assertThat(all).isGreaterThanOrEqualTo(first.equals("client") ? 8 * COUNT : 2 * COUNT);
        for (int most = 0; most < all; most++) {
            Patience patience = times(most);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> seen(capture, patience));
            assertThat(asked).hasValue(most + 1);
        }
    }

    @Test
    void conversationsAreDrawnUntilNobodyWaits() {
        SeenTraffic seen = seen(capture("eth0", "lo"), Patience.ENDLESS);

        assertThat(Ladders.all(seen, times(COUNT))).hasSize(COUNT);
        assertThatThrownBy(() -> Ladders.all(seen, times(COUNT - 1)))
                .isInstanceOf(CancellationException.class)
                .hasMessage("capture: ended before all was read and shown");
    }

    @Test
    void conversationsOfCallsAreDrawnUntilNobodyWaits() {
        Story story = new Story("tcp").door(3, 80);
        for (int i = 0; i < COUNT; i++) {
            story.socket(4 + i).connect(4 + i, 4_000 + i, 80);
        }

        assertThat(drawn(story, times(2 * COUNT))).hasSize(COUNT);
        for (int most = 0; most < 2 * COUNT; most++) {
            Patience patience = times(most);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> drawn(story, patience));
        }
    }

    private static List<Ladder> drawn(Story story, Patience patience) {
        return Ladders.all(story.events(), List.of(), SeenTraffic.NONE, SocketNames.NONE, true, patience);
    }

    @Test
    void aStreamIsReadUntilNobodyWaits() throws IOException {
        InputStream in = times(2).asking(new ByteArrayInputStream(new byte[] {7, 8, 9}));
        byte[] some = new byte[1];

        assertThat(in.read()).isEqualTo(7);
        assertThat(in.read(some)).isOne();
        assertThat(some).containsExactly(8);
        assertThatThrownBy(() -> in.read(some)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(in::read).isInstanceOf(CancellationException.class);
    }
}
