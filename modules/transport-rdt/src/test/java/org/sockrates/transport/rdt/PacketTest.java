package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.testkit.Task;

/** The bytes on the line; the examples were made with Python's struct and zlib. */
final class PacketTest {
    private static final String HELLO = "01010008010203040000000500000000fd5946ed68656c6c6f";
    private static final String ACKNOWLEDGED = "0102ffff010203040000000500000006e8219977";

    private final Packet packet = new Packet();

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }

    @Test
    void dataLooksAsAnotherLanguageWritesIt() {
        ByteBuffer into = ByteBuffer.allocate(100);
        ByteBuffer hello = ByteBuffer.wrap("hello".getBytes(StandardCharsets.US_ASCII));

        packet.write(into, Packet.Type.DATA, 0x01020304, 5, 0, 8, hello);

        assertThat(hex(into)).isEqualTo(HELLO);
        assertThat(hello.remaining()).as("the payload is only looked at").isEqualTo(5);
    }

    @Test
    void anAcknowledgementToo() {
        ByteBuffer into = ByteBuffer.allocate(100);

        packet.write(into, Packet.Type.ACK, 0x01020304, 5, 6, 70_000, ByteBuffer.allocate(0));

        assertThat(hex(into)).isEqualTo(ACKNOWLEDGED);
    }

    @Test
    void whatWasWrittenIsRead() {
        ByteBuffer within = ByteBuffer.allocate(60).position(7);
        within.put(bytes(HELLO)).flip().position(7);

        assertThat(packet.wrap(within)).isTrue();
        assertThat(packet.type()).isEqualTo(Packet.Type.DATA);
        assertThat(packet.connection()).isEqualTo(0x01020304);
        assertThat(packet.number()).isEqualTo(5);
        assertThat(packet.window()).isEqualTo(8);
        assertThat(StandardCharsets.US_ASCII.decode(packet.payload()).toString())
                .isEqualTo("hello");
        assertThat(within.position()).isEqualTo(7);
        assertThat(within.remaining()).isEqualTo(25);
        assertThat(packet.wrap(bytes(ACKNOWLEDGED))).isTrue();
        assertThat(packet.type()).isEqualTo(Packet.Type.ACK);
        assertThat(packet.next()).isEqualTo(6);
        assertThat(packet.window()).isEqualTo(65_535);
    }

    @Test
    void everyFlippedBitIsNoticed() {
        for (int bit = 0; bit < HELLO.length() / 2 * 8; bit++) {
            ByteBuffer spoilt = bytes(HELLO);
            spoilt.put(bit / 8, (byte) (spoilt.get(bit / 8) ^ 1 << bit % 8));

            assertThat(packet.wrap(spoilt)).as("bit " + bit).isFalse();
        }
    }

    @Test
    void whatIsCutIsNone() {
        for (int length = 0; length < HELLO.length() / 2; length++) {
            assertThat(packet.wrap(bytes(HELLO).limit(length)))
                    .as("cut after " + length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 2", "1, 0", "1, 4", "1, 5", "1, -1"})
    void ofAnotherVersionOrTypeItIsNoneThoughItsChecksumIsRight(int at, byte value) {
        ByteBuffer other = bytes(HELLO).put(at, value).putInt(16, 0);
        CRC32 crc = new CRC32();
        crc.update(other.array());
        other.putInt(16, (int) crc.getValue());

        assertThat(packet.wrap(other)).isFalse();
    }

    @Test
    void itCarriesNoMoreThanItMay() {
        ByteBuffer into = ByteBuffer.allocate(2_000);
        packet.write(into, Packet.Type.DATA, 1, 5, 0, 8, ByteBuffer.allocate(Packet.MOST_PAYLOAD_BYTES));
        assertThat(packet.wrap(into)).isTrue();

        packet.write(into, Packet.Type.DATA, 1, 5, 0, 8, ByteBuffer.allocate(Packet.MOST_PAYLOAD_BYTES + 1));
        assertThat(packet.wrap(into)).isFalse();
    }

    @Test
    void aPayloadMayBeWrittenByTwoAtATime() throws Exception {
        ByteBuffer payload = ByteBuffer.wrap("hello".getBytes(StandardCharsets.US_ASCII));
        Callable<Long> whole = () -> {
            Packet own = new Packet();
            ByteBuffer into = ByteBuffer.allocate(64);
            return IntStream.range(0, 100_000)
                    .filter(number -> {
                        own.write(into, Packet.Type.DATA, 1, number, 0, 8, payload);
                        return own.wrap(into) && into.remaining() == Packet.HEADER_BYTES + 5;
                    })
                    .count();
        };
        Task<Long> other = Task.start(whole);
        assertThat(whole.call()).isEqualTo(100_000);
        assertThat(other.result()).isEqualTo(100_000);
    }

    @Test
    void chanceMakesNone() {
        SplitMix64 chance = new SplitMix64(4);
        byte[] any = new byte[64];
        for (int i = 0; i < 100_000; i++) {
            ByteBuffer into = ByteBuffer.wrap(any);
            while (into.hasRemaining()) {
                into.putLong(chance.nextLong());
            }
            into.flip().limit(chance.nextInt(any.length + 1));
            assertThat(packet.wrap(into)).as("seed 4, datagram " + i).isFalse();
        }
    }
}
