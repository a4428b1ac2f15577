package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@InNamespace
@Timeout(60)
class KilledTest {
    @Test
    void killingLeavesNothingButACaptureThatCanBeRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("killed.pcapng");
        try (Program program = Program.java(BusyCapture.class, file.toString())) {
            String inside = program.line();
            assertThat(inside).startsWith("net:[").isNotEqualTo(Namespace.current());
            assertThat(program.line()).isEqualTo("busy");
            assertThat(inhabitants(inside)).isEqualTo(1);
            program.process.destroyForcibly();
            assertThat(program.status()).isEqualTo(128 + 9);
            assertThat(inhabitants(inside)).isZero();
        }
        assertThat(NetworkInterface.networkInterfaces().map(NetworkInterface::getName))
                .containsExactly("lo");
        Tshark.Told told = Tshark.read(file, "frame.interface_name", "tcp.checksum.status", "_ws.malformed");
        assertThat(told.wholeOrCut()).isTrue();
        assertThat(told.lines()).hasSizeGreaterThan(40);
        assertThat(told.lines()).containsOnly("client|1|", "server|1|");
    }

    /** How many processes are in a namespace, which ends with the last of them. */
    private static long inhabitants(String namespace) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(folder -> folder.getFileName().toString().matches("[0-9]+"))
                    .filter(folder -> namespace.equals(network(folder)))
                    .count();
        }
    }

    private static String network(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/net")).toString();
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }
}
