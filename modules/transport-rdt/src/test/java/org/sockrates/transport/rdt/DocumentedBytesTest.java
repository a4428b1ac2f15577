package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@code docs/rdt.md} shows, a conversation says. */
final class DocumentedBytesTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^(?:[A-Z][^:]*|its acknowledgement): +((?:[0-9a-f]{2} *)+)(?:and (\\d+) x 00)?$");

    private static List<String> shown() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "rdt.md"));
        return EXAMPLE.matcher(page)
                .results()
                .map(found -> found.group(1).replace(" ", "") + zeros(found.group(2)))
                .toList();
    }

    private static String zeros(@Nullable String times) {
        return times == null ? "" : "00".repeat(Integer.parseInt(times));
    }

    @Test
    void theBytesOfThePageAreTheBytesOnTheLine() throws IOException {
        List<String> said = new ArrayList<>();
        TwoEnds ends = new TwoEnds(Protocol.STOP_AND_WAIT, 0x01020304, (from, packet, now, exit) -> {
            said.add(hex(packet));
            exit.leave(packet, now + TwoEnds.DELAY_NANOS);
        });
        ends.listener().listen();
        ends.asker().open();
        ends.pass(Duration.ofSeconds(1));
        ends.asker().send("hello");
        ends.pass(Duration.ofSeconds(1));
        ends.asker().finish();
        ends.pass(Duration.ofSeconds(1));
        ends.asker().connection().abort(ends.nowNanos());

        assertThat(shown()).hasSize(5);
        assertThat(said).containsSubsequence(shown());
    }

    private static String hex(ByteBuffer packet) {
        byte[] copy = new byte[packet.remaining()];
        packet.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
