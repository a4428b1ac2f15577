package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.testkit.Payload;

/**
 * Broken and foreign packets that seem to come from the other end change nothing: what both ends do, and when, is the same
 * as without them. {@code -Drdt.datagrams=1000000} sends a million.
 */
final class NoiseTest {
    private static final int DATAGRAMS = Integer.getInteger("rdt.datagrams", 100_000);
    private static final int MESSAGES = 1_000;
    private static final int MESSAGE_BYTES = 100;
    /** Each message is a packet and its acknowledgement. */
    private static final int AT_EACH_PACKET = DATAGRAMS / (2 * MESSAGES);

    @ParameterizedTest
    @EnumSource
    void changesNeitherWhatIsDoneNorWhen(Protocol protocol) {
        assertThat(story(protocol, AT_EACH_PACKET))
                .isEqualTo(story(protocol, 0))
                .hasSizeGreaterThan(2 * MESSAGES);
    }

    /** Everything that was put on the line, with its time; between, so much noise at each packet. */
    private static List<String> story(Protocol protocol, int noise) {
        SplitMix64 random = new SplitMix64(3);
        List<String> story = new ArrayList<>();
        TwoEnds ends = new TwoEnds(protocol, 0x01020304, (from, packet, now, exit) -> {
            story.add(now + " " + from + " " + TwoEnds.word(packet) + " " + packet.getInt(8));
            for (int i = 0; i < noise; i++) {
                exit.leave(noise(random, packet), now + TwoEnds.DELAY_NANOS);
            }
            exit.leave(packet, now + TwoEnds.DELAY_NANOS);
        });
        ends.withoutLog().listener().listen();
        ends.asker().open();
        ends.pass(Duration.ofSeconds(1));
        ByteBuffer bytes = Payload.pattern(0, MESSAGES * MESSAGE_BYTES);
        ByteBuffer came = ByteBuffer.allocate(MESSAGES * MESSAGE_BYTES);
        while (bytes.hasRemaining()) {
            int end = Math.min(bytes.limit(), bytes.position() + MESSAGE_BYTES);
            ByteBuffer message = bytes.duplicate().limit(end);
            ends.asker().connection().send(message, ends.nowNanos());
            bytes.position(message.position());
            ends.pass(Duration.ofMillis(25));
            ends.listener().connection().receive(came, ends.nowNanos());
        }
        ends.asker().finish();
        ends.listener().finish();
        ends.pass(Duration.ofSeconds(1));
        ends.listener().connection().receive(came, ends.nowNanos());
        assertThat(came.flip()).isEqualTo(Payload.pattern(0, MESSAGES * MESSAGE_BYTES));
        assertThat(ends.asker().connection().isOver()).isTrue();
        return story;
    }

    private static ByteBuffer noise(SplitMix64 random, ByteBuffer packet) {
        ByteBuffer broken = ByteBuffer.allocate(packet.remaining() + 1).put(packet.duplicate());
        int bytes = broken.position();
        int other = 0x01020304 ^ 1 + random.nextInt(1_000_000);
        switch (random.nextInt(6)) {
            case 0 -> broken.put(random.nextInt(bytes), (byte) random.nextLong());
            case 1 -> turn(random, broken, bytes);
            case 2 -> broken.position(random.nextInt(bytes));
            case 3 -> broken.put((byte) random.nextLong());
            case 4 -> {
                new Packet().write(broken, Packet.Type.RESET, other, 0, 0, 0, ByteBuffer.allocate(0));
                broken.position(Packet.HEADER_BYTES);
            }
            default -> broken.putInt(16, (int) random.nextLong());
        }
        return different(broken.flip(), packet);
    }

    /** CRC-32 sees up to three turned bits in packets of this length, always. */
    private static void turn(SplitMix64 random, ByteBuffer broken, int bytes) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes);
            broken.put(at, (byte) (broken.get(at) ^ 1 << random.nextInt(8)));
        }
    }

    private static ByteBuffer different(ByteBuffer broken, ByteBuffer packet) {
        return broken.equals(packet) ? broken.put(broken.position(), (byte) 9) : broken;
    }
}
