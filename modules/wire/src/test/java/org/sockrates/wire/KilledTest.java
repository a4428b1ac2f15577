package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.transport.testkit.Tshark;

@InNamespace
@Timeout(60)
class KilledTest {
    private static final int ENHANCED_PACKET = 6;

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
        Tshark.required();
        byte[] capture = Files.readAllBytes(file);
        Tshark.Told told =
                Tshark.told(capture, List.of("frame.interface_name", "tcp.checksum_bad.expert", "_ws.malformed"));
        assertThat(told.wholeOrCut()).as(told.remarks()).isTrue();
        assertThat(told.lines()).hasSize(wholePackets(capture)).hasSizeGreaterThan(40);
        assertThat(told.lines()).containsOnly("client\t\t", "server\t\t");
    }

    /** How many packets the file holds to their last byte, told by the lengths of its blocks alone. */
    private static int wholePackets(byte[] capture) {
        ByteBuffer bytes = ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN);
        int packets = 0;
        while (bytes.remaining() >= 8 && bytes.remaining() >= bytes.getInt(bytes.position() + 4)) {
            packets += bytes.getInt(bytes.position()) == ENHANCED_PACKET ? 1 : 0;
            bytes.position(bytes.position() + bytes.getInt(bytes.position() + 4));
        }
        return packets;
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
