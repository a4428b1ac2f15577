package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.link.rule.Order;
import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.Tshark;

@InNamespace
@Timeout(60)
class WireCaptureTest {
    private static final List<String> FIELDS =
            List.of("frame.interface_name", "frame.comment", "tcp.len", "tcp.checksum.status", "_ws.malformed");

    @Test
    void bothEndsAreInTheFileAndWhatTheLinkDidStandsBesideIt(@TempDir Path folder) throws IOException {
        Tshark.required();
        for (Family family : Family.values()) {
            Path file = folder.resolve(family + ".pcapng");
            capture(file, family);
            List<String> lines = Tshark.fields(Files.readAllBytes(file), FIELDS);
            assertThat(lines)
                    .contains(
                            "client\tdropped: drop\t111\t1\t",
                            "client\tcorrupted: upstream corrupt next data\t222\t1\t",
                            "server\tcorrupted: upstream corrupt next data\t222\t0\t",
                            "server\tduplicated: upstream duplicate next data\t333\t1\t",
                            "client\t\t333\t1\t",
                            "server\t\t333\t1\t")
                    .doesNotContain("server\tdropped: drop\t111\t1\t");
            assertThat(lines)
                    .filteredOn(line -> line.endsWith("\t0\t"))
                    .containsExactly("server\tcorrupted: upstream corrupt next data\t222\t0\t");
            assertThat(lines).allMatch(line -> line.endsWith("\t1\t") || line.endsWith("\t0\t"));
        }
    }

    private static void capture(Path file, Family family) throws IOException {
        try (Ends ends = Ends.of("upstream drop data 1", family)) {
            try (WireCapture capture = ends.capture(new FileOutputStream(file.toFile()));
                    SocketChannel client = ends.connect();
                    SocketChannel served = ends.accept()) {
                Ends.carry(client, served, 111);
                ends.wire.order(Order.parse("upstream corrupt next data"));
                Ends.carry(client, served, 222);
                ends.wire.order(Order.parse("upstream duplicate next data"));
                Ends.carry(client, served, 333);
                capture.close();
                assertThat(capture.missed()).isZero();
                assertThat(capture.written()).isGreaterThan(15);
            }
        }
    }

    @Test
    void ofOneEndNobodyTakesWhatBothSawForSentAgain(@TempDir Path folder) throws IOException {
        Tshark.required();
        Path file = folder.resolve("one.pcapng");
        try (Ends ends = Ends.of("")) {
            try (WireCapture capture = WireCapture.begin(
                            ends.wire,
                            List.of(WireCapture.End.SERVER),
                            new FileOutputStream(file.toFile()),
                            "Sockrates test");
                    SocketChannel client = ends.connect();
                    SocketChannel served = ends.accept()) {
                Ends.carry(client, served, 111);
                capture.close();
            }
        }
        List<String> fields = List.of("frame.interface_name", "tcp.analysis.retransmission");
        assertThat(Tshark.fields(Files.readAllBytes(file), fields)).isNotEmpty().containsOnly("server\t");
    }

    @Test
    void whatTheFileCannotTakeInTimeIsCountedAndTheWireDoesNotWait() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                if (size() > 0) {
                    await(stuck);
                }
                super.write(bytes, offset, length);
            }
        };
        try (Ends ends = Ends.of("")) {
            WireCapture capture = ends.capture(out);
            try (SocketChannel client = ends.connect();
                    SocketChannel served = ends.accept()) {
                for (int i = 0; i < 400; i++) {
                    Ends.carry(client, served, 100_000);
                }
            }
            stuck.countDown();
            capture.close();
            assertThat(capture.missed()).isPositive();
            assertThat(capture.written()).isPositive();
            assertThat(capture.failure()).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFullDiskIsSaidAndTheWireGoesOn() throws Exception {
        OutputStream full = new OutputStream() {
            private boolean begun;

            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (begun) {
                    write(0);
                }
                begun = true;
            }
        };
        try (Ends ends = Ends.of("")) {
            WireCapture capture = ends.capture(full);
            try (SocketChannel client = ends.connect();
                    SocketChannel served = ends.accept()) {
                Ends.carry(client, served, 100_000);
            }
            assertThatThrownBy(capture::close).hasMessage("No space left on device");
            assertThat(capture.failure()).isPresent();
            try (SocketChannel client = ends.connect();
                    SocketChannel served = ends.accept()) {
                client.write(ByteBuffer.allocate(1));
                Ends.receive(served, 1);
            }
        }
    }
}
