package org.sockrates.wire;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.TcpAnalysis;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.link.rule.Order;
import org.sockrates.transport.Family;

/** Where a {@link Scene} is played: a wire whose packets are captured, and whose segments can be waited for. */
final class Stage implements WireObserver {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(2);

    final Ends ends;
    private final TcpAnalysis analysis = new TcpAnalysis();
    private final List<Analysed> segments = new ArrayList<>();

    private Stage(Ends ends) {
        this.ends = ends;
    }

    /** What was captured while a scene was played, read from the file it was written to. */
    static Capture play(Scene scene, Family family) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Ends ends = Ends.of(scene.link(), family)) {
            Stage stage = new Stage(ends);
            ends.wire.observe(stage);
            WireCapture capture = ends.capture(file);
            try (capture) {
                scene.play().over(stage);
            }
            if (capture.missed() > 0) {
                throw new AssertionError("not captured: " + capture.missed() + " packets");
            }
        }
        return Capture.read(scene.name(), new ByteArrayInputStream(file.toByteArray()));
    }

    @Override
    public void sent(WirePacket packet) {
        byte[] bytes = new byte[packet.bytes().remaining()];
        packet.bytes().get(packet.bytes().position(), bytes);
        Packet kept = Packet.whole(packet.sentNanos(), ByteBuffer.wrap(bytes), 0);
        if (!packet.copy() && Decoded.of(kept) instanceof Segment segment) {
            synchronized (segments) {
                segments.add(analysis.add(segments.size() + 1L, kept.timeNanos(), segment));
            }
        }
    }

    @Override
    public void arrived(WirePacket packet) {}

    void order(String text) {
        ends.wire.order(Order.parse(text));
    }

    /** Waits until a segment has been sent, at any time, that is as described. */
    void until(Predicate<Analysed> sent) {
        await().atMost(LIMIT).pollInterval(OFTEN).until(() -> {
            synchronized (segments) {
                return segments.stream().anyMatch(sent);
            }
        });
    }

    /** Waits until so many packets stand in front of a gate that is shut. */
    void untilQueued(int packets) {
        await().atMost(LIMIT).pollInterval(OFTEN).until(() -> ends.wire.report().queued() >= packets);
    }

    /** Ten messages of a thousand bytes, each in a segment of its own; waits until all have been read. */
    static void ten(SocketChannel from, SocketChannel to) throws IOException {
        for (int i = 0; i < 10; i++) {
            from.write(ByteBuffer.allocate(1000));
        }
        Ends.receive(to, 10_000);
    }

    /** Reads until the other end says that it sends nothing more. */
    static void readToEnd(SocketChannel at) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(100_000);
        while (at.read(into) >= 0) {
            into.clear();
        }
    }
}
