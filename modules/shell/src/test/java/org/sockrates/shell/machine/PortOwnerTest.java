package org.sockrates.shell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelSockets;
import org.sockrates.capture.kernel.KernelState;

@EnabledOnOs(OS.LINUX)
class PortOwnerTest {
    /** The row of a socket that waits for a peer; others may have the same port. */
    private static KernelSocket row(KernelState state, int port) {
        return KernelSockets.read(Set.of(port)).orElseThrow().sockets().stream()
                .filter(row -> row.state() == state && row.local().getPort() == port)
                .findFirst()
                .orElseThrow();
    }

    /** A program that has a port until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] words) throws IOException {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                System.out.println(server.getLocalPort());
                System.in.read();
            }
        }
    }

    @Test
    void namesAnotherProcess() throws IOException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Scanner said = new Scanner(holder.getInputStream(), StandardCharsets.UTF_8)) {
            assertThat(PortOwner.of(row(KernelState.LISTEN, said.nextInt())))
                    .contains("java (process " + holder.pid() + ")");
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void namesThisProcess() throws IOException {
        try (DatagramSocket mine = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.of(row(KernelState.UNCONN, mine.getLocalPort())))
                    .contains("this very process (see  jobs)");
        }
    }

    @Test
    void doesNotNameWhatNobodyHolds() throws IOException {
        KernelSocket gone;
        try (DatagramSocket mine = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            gone = row(KernelState.UNCONN, mine.getLocalPort());
        }
        assertThat(PortOwner.of(gone)).isEmpty();
    }
}
