package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.testkit.Task;

/** What leaves the pinger late, or comes back to it late. */
class PingingLateTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @AutoClose
    private final Typing typing = new Typing();

    /** However many were asked: else what is late in a long run would be lost in a short one. */
    @Test
    void repliesToTheLastOnesMayBeLateToo() throws Exception {
        CountDownLatch allGivenUp = new CountDownLatch(3);
        try (DatagramSocket server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Task<Void> answers = Task.start(() -> {
                List<DatagramPacket> got = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                    server.receive(packet);
                    got.add(packet);
                }
                assertThat(allGivenUp.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                        .isTrue();
                for (DatagramPacket packet : got) {
                    server.send(packet);
                }
                return null;
            });
            List<String> lines = new CopyOnWriteArrayList<>();
            Voice voice = Voice.of(
                    line -> {
                        lines.add(line);
                        if (line.contains("no reply within")) {
                            allGivenUp.countDown();
                        }
                    },
                    lines::add,
                    lines::add);
            String line = "client udp " + server.getLocalPort() + " --count 3 --interval 0ms --timeout 2s";
            Job job = typing.interpreter().start(line, Origin.PROMPT, voice).job();
            answers.result();
            assertThat(job.await(LIMIT)).isTrue();
            assertThat(lines).anyMatch(told -> told.endsWith(": sent 3, received 0, late 3, lost 0 (0 %)"));
        }
    }

    /** No machine sends one each microsecond. */
    @Test
    void whatLeavesLaterThanTheNextOnesTimeIsCounted() {
        typing.opens("echo", "server udp 0 --echo --quiet");
        Map<String, Object> counts = typing.type("client udp {echo} --count 500 --interval 1us --json")
                .json();
        assertThat((int) counts.get("left_late")).isBetween(1, 500);
        assertThat((double) counts.get("left_late_max_ms")).isGreaterThan(0.001);
    }

    @Test
    void whatGoesAllAtOnceHasNoTimesOfItsOwn() {
        typing.opens("echo", "server udp 0 --echo --quiet");
        assertThat(typing.type("client udp {echo} --count 50 --interval 0ms --json")
                        .json())
                .containsEntry("left_late", 0)
                .containsEntry("left_late_max_ms", null);
    }
}
