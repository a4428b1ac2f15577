package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.BothEnds;
import org.sockrates.capture.analysis.Label;
import org.sockrates.capture.analysis.Oracle;
import org.sockrates.capture.analysis.TcpAnalysis;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.Tshark;

/**
 * The oracle, asked about what this kernel says and does: tshark's analysis of our captures and ours of the same packets, at
 * each end by itself, since who sees a packet at both takes one for a repetition of the other.
 */
@InNamespace
@Timeout(120)
class KernelOracleTest {
    private static final int AT_ONCE = 12;
    private static final long LIMIT_SECONDS = 60;
    private static final List<String> POINTS = List.of("client", "server");

    private static final Map<String, Capture> CAPTURES = new LinkedHashMap<>();

    @BeforeAll
    static void playAll() throws Exception {
        TcpSettings settings = TcpSettings.here();
        ExecutorService stages = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<List<String>, List<Scene>> byTuning = Scenes.all().stream()
                    .collect(Collectors.groupingBy(Scene::tuning, LinkedHashMap::new, Collectors.toList()));
            for (Map.Entry<List<String>, List<Scene>> each : byTuning.entrySet()) {
                tune(settings, each.getKey());
                play(each.getValue(), stages);
            }
        } finally {
            stages.shutdownNow();
            settings.restore();
        }
    }

    private static void tune(TcpSettings settings, List<String> tuning) throws IOException {
        settings.restore();
        for (String typed : tuning) {
            String[] words = typed.split(" ", 2);
            if (words.length == 1) {
                settings.profile(typed);
            } else {
                settings.set(words[0], words[1]);
            }
        }
    }

    private static void play(List<Scene> scenes, ExecutorService stages) throws Exception {
        Map<String, Future<Capture>> played = new LinkedHashMap<>();
        for (Scene scene : scenes) {
            for (Family family : Family.values()) {
                played.put(scene.name() + " over " + family, stages.submit(() -> Stage.play(scene, family)));
            }
        }
        for (Map.Entry<String, Future<Capture>> each : played.entrySet()) {
            try {
                CAPTURES.put(each.getKey(), each.getValue().get(LIMIT_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException failure) {
                throw new AssertionError(each.getKey() + ": " + failure, failure);
            }
        }
    }

    @AfterAll
    static void forget() {
        CAPTURES.clear();
    }

    @Test
    void tsharkSaysTheSameOfEveryPacket() throws IOException {
        Tshark.required();
        for (int point = 0; point < POINTS.size(); point++) {
            List<Packet> packets = new ArrayList<>();
            List<String> whose = new ArrayList<>();
            for (Map.Entry<String, Capture> each : CAPTURES.entrySet()) {
                List<Packet> seen = seenAt(point, each.getValue());
                packets.addAll(seen);
                String name = each.getKey() + " at the " + POINTS.get(point);
                seen.forEach(packet -> whose.add(name));
            }
            assertThat(packets).hasSizeGreaterThan(2000);
            assertThat(Oracle.differences(packets, whose)).isEmpty();
        }
    }

    @Test
    void onlyWhatWasDamagedHasABadChecksum() {
        CAPTURES.forEach((name, capture) -> {
            assertThat(capture.fault()).as(name).isEmpty();
            assertThat(capture.skipped().frames()).as(name).isZero();
            for (Packet packet : capture.packets()) {
                boolean damaged = packet.comment().contains("corrupt") && !isSentAt(packet);
                Checksum.Verdict verdict = packet.verdict();
                boolean bad = verdict == Checksum.Verdict.BAD_HEADER || verdict == Checksum.Verdict.BAD_PAYLOAD;
                assertThat(bad).as("%s: %s", name, packet).isEqualTo(damaged);
            }
        });
    }

    @Test
    void everySceneShowsWhatItIsFor() {
        assertThat(Scenes.all()).hasSizeGreaterThanOrEqualTo(20);
        for (Scene scene : Scenes.all()) {
            for (Family family : Family.values()) {
                String name = scene.name() + " over " + family;
                Capture capture = CAPTURES.get(name);
                Set<Label> earned = EnumSet.noneOf(Label.class);
                Stream.of(0, 1)
                        .flatMap(point -> judged(seenAt(point, capture)).stream())
                        .flatMap(segment -> segment.labels().stream())
                        .forEach(label -> earned.add(goesBack(label) ? Label.RETRANSMISSION : label));
                assertThat(earned).as(name).containsAll(scene.earns());
                assertThat(capture.packets()).as(name).isNotEmpty();
            }
        }
    }

    private static boolean goesBack(Label label) {
        return label.repeats() || label == Label.OUT_OF_ORDER;
    }

    /** What the trace and the ladder say of a segment is what its sender's own capture would, but that it knows what it sent. */
    @Test
    void bothEndsTogetherAreToldAsEachByItself() {
        CAPTURES.forEach((name, capture) -> {
            BothEnds together = new BothEnds(true);
            List<TcpAnalysis> apart = List.of(new TcpAnalysis(), new TcpAnalysis());
            for (int i = 0; i < capture.packets().size(); i++) {
                Packet packet = capture.packets().get(i);
                boolean arrivesDamaged = packet.comment().contains("corrupt") && !isSentAt(packet);
                if (Decoded.of(packet) instanceof Segment segment && !arrivesDamaged) {
                    Analysed own = apart.get(packet.interfaceNumber()).add(i, packet.timeNanos(), segment);
                    if (isSentAt(packet)) {
                        Analysed told = together.sent(i, packet.timeNanos(), segment);
                        assertThat(told.labels()).as("%s: packet %d", name, i).isEqualTo(asItsSenderSees(own));
                    } else {
                        together.arrived(i, packet.timeNanos(), segment);
                    }
                }
            }
        });
    }

    private static Set<Label> asItsSenderSees(Analysed own) {
        return own.labels().stream()
                .map(label -> label == Label.OUT_OF_ORDER ? Label.RETRANSMISSION : label)
                .collect(Collectors.toSet());
    }

    private static List<Packet> seenAt(int point, Capture capture) {
        return capture.packets().stream()
                .filter(packet -> packet.interfaceNumber() == point)
                .toList();
    }

    private static List<Analysed> judged(List<Packet> packets) {
        TcpAnalysis analysis = new TcpAnalysis();
        List<Analysed> judged = new ArrayList<>();
        for (Packet packet : packets) {
            if (Decoded.of(packet) instanceof Segment segment) {
                judged.add(analysis.add(judged.size() + 1L, packet.timeNanos(), segment));
            }
        }
        return judged;
    }

    /** Whether it was seen at the end it comes from: the client's address ends in 1, the server's in 2. */
    private static boolean isSentAt(Packet packet) {
        InetAddress source = Decoded.of(packet).flow().source().getAddress();
        byte[] address = source.getAddress();
        return address[address.length - 1] - 1 == packet.interfaceNumber();
    }
}
