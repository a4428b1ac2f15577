package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.link.Order;
import org.sockrates.transport.Family;
import org.sockrates.transport.SystemClock;

@InNamespace
@Timeout(60)
class WireCaptureTest {
    private static final String[] FIELDS = {
        "frame.interface_name", "frame.comment", "tcp.len", "tcp.checksum.status", "_ws.malformed"
    };

    @Test
    void bothEndsAreInTheFileAndWhatTheLinkDidStandsBesideIt(@TempDir Path folder) throws Exception {
        for (Family family : Family.values()) {
            Path file = folder.resolve(family + ".pcapng");
            capture(file, family);
            Tshark.Told told = Tshark.read(file, FIELDS);
            assertThat(told.status()).isZero();
            assertThat(told.lines())
                    .contains(
                            "client|dropped: drop|111|1|",
                            "client|corrupted: upstream corrupt next data|222|1|",
                            "server|corrupted: upstream corrupt next data|222|0|",
                            "server|duplicated: upstream duplicate next data|333|1|",
                            "client||333|1|",
                            "server||333|1|")
                    .doesNotContain("server|dropped: drop|111|1|");
            assertThat(told.lines())
                    .filteredOn(line -> line.endsWith("|0|"))
                    .containsExactly("server|corrupted: upstream corrupt next data|222|0|");
            assertThat(told.lines()).allMatch(line -> line.endsWith("|1|") || line.endsWith("|0|"));
        }
    }

    private static void capture(Path file, Family family) throws IOException {
        try (Ends ends = Ends.of("upstream drop data 1", family)) {
            try (WireCapture capture = begin(ends.wire, new FileOutputStream(file.toFile()));
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
            WireCapture capture = begin(ends.wire, out);
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
            WireCapture capture = begin(ends.wire, full);
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

    private static WireCapture begin(Wire wire, OutputStream out) throws IOException {
        return WireCapture.begin(wire, out, "Sockrates test", SystemClock.INSTANCE, Clock.systemUTC());
    }
}
