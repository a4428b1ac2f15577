package org.sockrates.wire;

import static org.sockrates.wire.Scene.scene;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;

/** What befalls datagrams. */
final class DatagramScenes {
    private DatagramScenes() {}

    static List<Scene> all() {
        return List.of(
                scene("datagrams, one of them lost", "upstream drop data 2", stage -> echo(stage, 3, 2, 100)),
                scene("datagrams, one of them twice", "upstream duplicate data 1", stage -> echo(stage, 1, 2, 100)),
                scene("datagrams, one of them damaged", "upstream corrupt data 2", stage -> echo(stage, 3, 2, 100)),
                scene("datagrams in fragments", "", stage -> echo(stage, 2, 2, 3000)),
                scene(
                        "datagrams, of which a fragment is lost",
                        "upstream drop other 1",
                        stage -> echo(stage, 2, 1, 3000)),
                scene("datagrams without a byte", "", stage -> echo(stage, 1, 1, 0)),
                scene("datagrams for nobody", "", DatagramScenes::forNobody));
    }

    /** Sends so many of so many bytes; so many come and are sent back. */
    private static void echo(Stage stage, int sent, int come, int bytes) throws IOException {
        try (DatagramChannel server = stage.ends.datagrams();
                DatagramChannel client = stage.ends.datagrams()) {
            InetSocketAddress door = stage.ends.towards(server);
            for (int i = 0; i < sent; i++) {
                client.send(ByteBuffer.allocate(bytes), door);
            }
            ByteBuffer into = ByteBuffer.allocate(10_000);
            for (int i = 0; i < come; i++) {
                SocketAddress from = server.receive(into.clear());
                server.send(into.flip(), from);
            }
            for (int i = 0; i < come; i++) {
                client.receive(into.clear());
            }
        }
    }

    private static void forNobody(Stage stage) throws IOException {
        try (DatagramChannel client = DatagramChannel.open()) {
            client.connect(stage.ends.nobody());
            client.write(ByteBuffer.allocate(10));
            client.read(ByteBuffer.allocate(10));
            throw new AssertionError("somebody answered");
        } catch (PortUnreachableException nobody) {
            // as it must be
        }
    }
}
