package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.testkit.Task;

class FullBufferTest {
    @AutoClose
    private final Typing typing = new Typing();

    private final List<KernelSocket> rows = new ArrayList<>();

    private static KernelSocket row(KernelProtocol protocol, String host, OptionalLong drops) {
        InetSocketAddress local = new InetSocketAddress(host, 80);
        return new KernelSocket(protocol, KernelState.UNCONN, 0, OptionalLong.empty(), local, null, 0, 5, drops);
    }

    private static SocketEvent sent() {
        InetSocketAddress local = new InetSocketAddress("0.0.0.0", 80);
        return new SocketEvent(
                1, 2, 3, "udp", Call.SENDTO, new Arguments.Backlog(0), new SocketEvent.Returned(0), local, null);
    }

    private OptionalLong told(String actor) {
        try (FullBuffer buffer = new FullBuffer(typing.session(), "client 1", port -> rows)) {
            buffer.heard(actor, sent());
            return buffer.datagrams();
        }
    }

    @Test
    void isWhatTheRowOfItsSocketTells() {
        rows.add(row(KernelProtocol.TCP, "0.0.0.0", OptionalLong.empty()));
        rows.add(row(KernelProtocol.UDP, "0.0.0.0", OptionalLong.of(7)));
        assertThat(told("client 1")).hasValue(7);
        assertThat(told("client 2")).isEmpty();
    }

    @Test
    void isUnknownWhereItMayBeAnothers() {
        assertThat(told("client 1")).isEmpty();
        rows.add(row(KernelProtocol.UDP, "0.0.0.0", OptionalLong.of(7)));
        rows.add(row(KernelProtocol.UDP, "127.0.0.1", OptionalLong.of(8)));
        assertThat(told("client 1")).isEmpty();
    }

    @Test
    void whatFoundItsOwnReceiveBufferFullIsToldBesideWhatIsLost() throws Exception {
        assumeThat(Path.of("/proc/net/udp")).exists();
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Task<Void> floods = Task.start(() -> {
                DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                server.receive(packet);
                int client = packet.getPort();
                packet.setData("PING 1\n".repeat(9000).getBytes(StandardCharsets.US_ASCII));
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
                while (drops(client) == 0 && System.nanoTime() - end < 0) {
                    for (int i = 0; i < 100; i++) {
                        server.send(packet);
                    }
                }
                return null;
            });
            Shown shown = typing.type("client udp " + server.getLocalPort() + " --count 2 --interval 0ms --timeout 1s");
            assertThat(shown.lines()).anyMatch(line -> line.contains("own full receive buffer threw away "));
            floods.result();
        }
    }

    private static long drops(int port) {
        return KernelRows.NOW.at(port).stream()
                .flatMapToLong(row -> row.drops().stream())
                .max()
                .orElse(1);
    }
}
