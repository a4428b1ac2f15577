package org.sockrates.wire;

import static org.awaitility.Awaitility.await;
import static org.sockrates.capture.analysis.Label.KEEP_ALIVE;
import static org.sockrates.capture.analysis.Label.KEEP_ALIVE_ACK;
import static org.sockrates.capture.analysis.Label.RETRANSMISSION;
import static org.sockrates.capture.analysis.Label.WINDOW_UPDATE;
import static org.sockrates.capture.analysis.Label.ZERO_WINDOW;
import static org.sockrates.wire.Scene.connected;
import static org.sockrates.wire.Scene.scene;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import org.sockrates.capture.packet.TcpFlags;

/** What the ends do that shows in the segments: begin, end, stop reading, say nothing. */
final class CallScenes {
    private CallScenes() {}

    static List<Scene> all() {
        return List.of(
                scene("nobody listens", "", CallScenes::nobodyListens),
                scene("both begin at once", "", CallScenes::bothBeginAtOnce),
                connected("one has ended, the other goes on", "", CallScenes::oneEndsFirst),
                connected("both end at once", "delay 20ms", CallScenes::bothEndAtOnce),
                connected("one resets", "", CallScenes::oneResets),
                connected("something was not read", "", CallScenes::somethingWasNotRead),
                connected("data and FIN in one are lost", "upstream drop fin 1", CallScenes::cork, RETRANSMISSION),
                connected("nothing is said", "", CallScenes::nothingIsSaid, KEEP_ALIVE, KEEP_ALIVE_ACK),
                connected("a pause", "", CallScenes::aPause, RETRANSMISSION),
                scene("a reader stops", "", CallScenes::aReaderStops, ZERO_WINDOW, KEEP_ALIVE, WINDOW_UPDATE),
                scene("the window opens, unheard", "", CallScenes::theWindowOpensUnheard, ZERO_WINDOW, KEEP_ALIVE));
    }

    private static void nobodyListens(Stage stage) throws IOException {
        try (SocketChannel client = SocketChannel.open()) {
            client.connect(stage.ends.nobody());
            throw new AssertionError("somebody listens");
        } catch (ConnectException refused) {
            stage.until(segment -> segment.segment().has(TcpFlags.RST));
        }
    }

    /** Each is told of the other while its own SYN is under way (RFC 9293 §3.5, figure 7). */
    private static void bothBeginAtOnce(Stage stage) throws IOException {
        try (SocketChannel one = SocketChannel.open().bind(stage.ends.serveOn());
                SocketChannel other = SocketChannel.open().bind(stage.ends.serveOn())) {
            stage.ends.wire.pause();
            one.configureBlocking(false);
            other.configureBlocking(false);
            one.connect(stage.ends.towards(other));
            other.connect(stage.ends.towards(one));
            stage.untilQueued(2);
            stage.ends.wire.resume();
            await().until(() -> one.finishConnect() && other.finishConnect());
            one.configureBlocking(true);
            other.configureBlocking(true);
            Ends.carry(one, other, 1000);
            Ends.carry(other, one, 1000);
        }
    }

    private static void oneEndsFirst(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        Ends.carry(client, served, 1000);
        client.shutdownOutput();
        Stage.readToEnd(served);
        Stage.ten(served, client);
        served.close();
        Stage.readToEnd(client);
    }

    private static void bothEndAtOnce(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        Ends.carry(client, served, 1000);
        client.shutdownOutput();
        served.shutdownOutput();
        Stage.readToEnd(served);
        Stage.readToEnd(client);
    }

    private static void oneResets(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        Ends.carry(client, served, 1000);
        served.setOption(StandardSocketOptions.SO_LINGER, 0);
        served.close();
        stage.until(segment -> segment.segment().has(TcpFlags.RST));
    }

    /** To close with something unread resets too (RFC 9293 §3.6.1). */
    private static void somethingWasNotRead(SocketChannel client, SocketChannel served, Stage stage)
            throws IOException {
        client.write(ByteBuffer.allocate(5000));
        Ends.receive(served, 10);
        served.close();
        stage.until(segment -> segment.segment().has(TcpFlags.RST));
    }

    private static void cork(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        client.setOption(StandardSocketOptions.TCP_NODELAY, false);
        for (int i = 0; i < 50; i++) {
            client.write(ByteBuffer.allocate(1000));
        }
        client.shutdownOutput();
        Stage.readToEnd(served);
        served.close();
    }

    private static void nothingIsSaid(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        Ends.carry(client, served, 1000);
        client.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 1);
        client.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        stage.until(segment -> segment.is(KEEP_ALIVE_ACK));
    }

    private static void aPause(SocketChannel client, SocketChannel served, Stage stage) throws IOException {
        stage.ends.wire.pause();
        client.write(ByteBuffer.allocate(1000));
        stage.untilQueued(3);
        stage.ends.wire.step(1);
        stage.ends.wire.resume();
        Ends.receive(served, 1000);
    }

    private static void aReaderStops(Stage stage) throws IOException {
        stopReading(stage, () -> {});
    }

    private static void theWindowOpensUnheard(Stage stage) throws IOException {
        stopReading(stage, () -> stage.order("downstream drop next ack"));
    }

    private static void stopReading(Stage stage, Runnable before) throws IOException {
        int bytes = 60_000;
        stage.ends.receiveInto(4096);
        try (SocketChannel client = stage.ends.connect();
                SocketChannel served = stage.ends.accept()) {
            client.setOption(StandardSocketOptions.SO_SNDBUF, 2 * bytes); // what nobody reads must find room
            client.write(ByteBuffer.allocate(bytes));
            stage.until(segment -> segment.is(ZERO_WINDOW));
            stage.until(segment -> segment.is(KEEP_ALIVE)); // what Linux probes a closed window with looks like one
            before.run();
            Ends.receive(served, bytes);
        }
    }
}
