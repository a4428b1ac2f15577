package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.Tshark;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;

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

        agree(packets, whose);
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

        agree(packets, whose);
    }

    @Test
    void theScenariosEarnEveryLabel() {
        Set<Label> earned = EnumSet.noneOf(Label.class);
        for (String name : Scenarios.names()) {
            TcpAnalysis analysis = new TcpAnalysis();
            List<Packet> talk = Talk.packets(Scenarios.text(name), false, 40_000, BEGIN);
            for (Packet packet : talk) {
                earned.addAll(analysis.add(1, packet.timeNanos(), (Segment) Decoded.of(packet))
                        .labels());
            }
        }
        assertThat(earned).containsExactlyInAnyOrder(Label.values());
        assertThat(Scenarios.names()).hasSizeGreaterThanOrEqualTo(25);
    }

    private static void agree(List<Packet> packets, List<String> whose) throws IOException {
        List<String> ours = Verdicts.ours(packets);
        List<String> tsharks = Verdicts.tsharks(packets);
        List<String> lines = Verdicts.lines(packets);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).equals(tsharks.get(i))) {
                differences.add(whose.get(i) + ": packet " + (i + 1) + ": " + lines.get(i) + "\n  ours:     "
                        + ours.get(i) + "\n  tshark's: " + tsharks.get(i) + "\n");
            }
        }
        assertThat(differences).isEmpty();
        assertThat(tsharks).hasSameSizeAs(packets).hasSizeGreaterThan(400);
    }
}
