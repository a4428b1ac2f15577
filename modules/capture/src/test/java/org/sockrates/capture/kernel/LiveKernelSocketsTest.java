package org.sockrates.capture.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.CallText;

/** The kernel's table of the machine the tests run on, beside {@code ss}. */
final class LiveKernelSocketsTest {
    @Test
    void saysWhatSsSays() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "no /proc/net/tcp here");
        assumeTrue(ssIsHere(), "no ss here (Debian package: iproute2)");
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket client = new Socket(door.getInetAddress(), door.getLocalPort())) {
            client.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
            InetSocketAddress near = (InetSocketAddress) door.getLocalSocketAddress();
            InetSocketAddress far = (InetSocketAddress) client.getLocalSocketAddress();
            KernelSockets table = KernelSockets.read(Set.of(near.getPort())).orElseThrow();

            KernelSocket listening = table.find(KernelProtocol.TCP, near, null).orElseThrow();
            KernelSocket unaccepted = table.find(KernelProtocol.TCP, near, far).orElseThrow();

            assertThat(listening.receiveQueue()).as("accept queue").isEqualTo(1);
            assertThat(unaccepted.receiveQueue()).as("bytes nobody accepted").isEqualTo(5);
            assertThat(ss(near.getPort()).replaceAll(" +", " ").replace("[::ffff:127.0.0.1]", "127.0.0.1"))
                    .contains("LISTEN 1 5 " + CallText.address(near))
                    .contains("ESTAB 5 0 " + CallText.address(near) + " " + CallText.address(far));
        }
    }

    private static boolean ssIsHere() {
        try {
            return run("ss", "-V").contains("ss utility");
        } catch (IOException | InterruptedException notHere) {
            return false;
        }
    }

    private static String ss(int port) throws IOException, InterruptedException {
        return run("ss", "-antH", "sport", "=", ":" + port);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
