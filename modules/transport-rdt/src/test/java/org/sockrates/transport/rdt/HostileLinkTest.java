package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.link.Link;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.testkit.Payload;

/** Ten megabytes cross every link of these, byte for byte, in virtual time. */
final class HostileLinkTest {
    private static final int BYTES = 10_000_000;
    private static final ByteBuffer SENT = Payload.pattern(0, BYTES);
    private static final long SENT_CRC = crc(SENT.duplicate());

    /** What lies between, as a relay hosts it: the same link both ways. */
    private static final class Links implements TwoEnds.Between {
        private final Link up;
        private final Link down;

        Links(String link) {
            up = new Link(LinkSpec.parse(link), Way.UPSTREAM);
            down = new Link(LinkSpec.parse(link), Way.DOWNSTREAM);
        }

        @Override
        public void pass(char from, ByteBuffer packet, long nowNanos, TwoEnds.Exit exit) {
            (from == '>' ? up : down).offer(nowNanos, PacketKind.DATA, packet, new Link.Outlet() {
                @Override
                public void deliver(ByteBuffer passed, Crossing crossing) {
                    exit.leave(passed, crossing.dueNanos());
                }

                @Override
                public void drop(ByteBuffer lost, Crossing crossing) {
                    // nobody is told
                }
            });
        }
    }

    static Stream<Arguments> everyLink() {
        return Stream.of(Protocol.values())
                .flatMap(protocol -> List.of("0%", "5%", "15%", "30%").stream()
                        .flatMap(loss -> Stream.of("reorder 5% gap 5", "duplicate 10%", "corrupt 5%", "jitter")
                                .map(trouble -> Arguments.of(protocol, loss, trouble))));
    }

    private static String link(String loss, String trouble) {
        String delay = trouble.equals("jitter") ? "delay 5ms 0.5ms rate 20mbit" : "delay 5ms " + trouble;
        return delay + (loss.equals("0%") ? "" : " loss " + loss) + " seed 4";
    }

    @ParameterizedTest(name = "{0}, loss {1}, {2}")
    @MethodSource("everyLink")
    void tenMegabytesCrossByteForByte(Protocol protocol, String loss, String trouble) {
        TwoEnds ends = new TwoEnds(protocol, 0xfffffff0, new Links(link(loss, trouble))).withoutLog();
        ends.listener().listen();
        ends.asker().open();

        ByteBuffer toSend = SENT.duplicate();
        CRC32 came = new CRC32();
        long[] count = {0};
        ByteBuffer into = ByteBuffer.allocate(64 * 1024);

        boolean over = ends.until(
                () -> {
                    Connection asker = ends.asker().connection();
                    if (toSend.hasRemaining()) {
                        asker.send(toSend, ends.nowNanos());
                        if (!toSend.hasRemaining()) {
                            ends.asker().finish();
                        }
                    }
                    if (!ends.listener().hasConnection()) {
                        return false;
                    }
                    Connection listener = ends.listener().connection();
                    while (listener.receive(into.clear(), ends.nowNanos()) > 0) {
                        count[0] += into.flip().remaining();
                        came.update(into);
                    }
                    return listener.isAtEnd() && asker.isAllAcknowledged();
                },
                Duration.ofHours(10));

        assertThat(over).as("all of it came and was acknowledged").isTrue();
        assertThat(count[0]).isEqualTo(BYTES);
        assertThat(came.getValue()).isEqualTo(SENT_CRC);
    }

    private static long crc(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
