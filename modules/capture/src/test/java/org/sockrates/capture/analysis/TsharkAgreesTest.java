package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Packet;
import org.sockrates.transport.testkit.Tshark;

/** The oracle: tshark's own analysis of the same capture, packet by packet. */
final class TsharkAgreesTest {
    private static final long BEGIN = 1_700_000_000_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;
    private static final int RANDOM_TALKS = 300;

    @Test
    void onEveryScenarioOverBothFamilies() throws IOException {
        Tshark.required();
        List<Packet> packets = new ArrayList<>();
        List<String> whose = new ArrayList<>();
        int port = 40_000;
        for (boolean six : new boolean[] {false, true}) {
            for (String name : Scenarios.names()) {
                List<Packet> talk = Talk.packets(Scenarios.text(name), six, port, BEGIN + port++ * MINUTE);
                packets.addAll(talk);
                talk.forEach(packet -> whose.add(name + (six ? " over IPv6" : " over IPv4")));
            }
        }

        assertThat(packets).hasSizeGreaterThan(400);
        assertThat(Oracle.differences(packets, whose)).isEmpty();
    }

    @Test
    void onConversationsNobodyPlanned() throws IOException {
        Tshark.required();
        List<Packet> packets = new ArrayList<>();
        List<String> whose = new ArrayList<>();
        for (int seed = 1; seed <= RANDOM_TALKS; seed++) {
            List<Packet> talk = Talk.packets(RandomTalk.of(seed), seed % 4 == 0, 40_000 + seed, BEGIN + seed * MINUTE);
            packets.addAll(talk);
            String name = "RandomTalk.of(" + seed + ")";
            talk.forEach(packet -> whose.add(name));
        }

        assertThat(packets).hasSizeGreaterThan(400);
        assertThat(Oracle.differences(packets, whose)).isEmpty();
    }

    @Test
    void theScenariosEarnEveryLabel() {
        Set<Label> earned = EnumSet.noneOf(Label.class);
        for (String name : Scenarios.names()) {
            Talk.judged(Scenarios.text(name)).forEach(segment -> earned.addAll(segment.labels()));
        }
        assertThat(earned).containsExactlyInAnyOrder(Label.values());
        assertThat(Scenarios.names()).hasSizeGreaterThanOrEqualTo(25);
    }
}
