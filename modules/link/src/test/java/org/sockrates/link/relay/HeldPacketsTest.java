package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.link.Gate;
import org.sockrates.link.LinkReport;

class HeldPacketsTest {
    private static final LinkReport PASSED = new LinkReport(9, 9, 0, 0, 0, 0, 0, 90, 90, Map.of());

    private final HeldPackets held = new HeldPackets(20 + 3 * HeldPackets.OVERHEAD_BYTES);
    private final Gate gate = new Gate();
    private final List<String> sent = new ArrayList<>();

    private boolean hold(String name, int bytes) {
        return held.add(ByteBuffer.allocate(bytes), () -> sent.add(name));
    }

    private void oneMayGo() {
        gate.pause();
        gate.step(1);
        held.flow(gate);
    }

    private void assertHeld(int packets, int bytes) {
        LinkReport report = held.addedTo(PASSED);
        assertThat(report.queued()).isEqualTo(packets);
        assertThat(report.in()).isEqualTo(9 + packets + report.dropped());
        assertThat(report.inBytes()).isEqualTo(90 + bytes + report.dropped());
    }

    @Test
    void givesThemBackInOrder() {
        hold("one", 3);
        hold("two", 3);
        held.flow(gate);
        assertThat(sent).containsExactly("one", "two");
        assertThat(held.isEmpty()).isTrue();
    }

    @Test
    void countsPacketsAndBytesInOneMoment() {
        assertHeld(0, 0);
        hold("one", 3);
        assertHeld(1, 3);
        hold("two", 0);
        assertHeld(2, 3);
        hold("three", 5);
        assertHeld(3, 8);
        oneMayGo();
        assertHeld(2, 5);
        oneMayGo();
        assertHeld(1, 5);
        oneMayGo();
        assertHeld(0, 0);
        oneMayGo();
        assertHeld(0, 0);
    }

    @Test
    void takesOffWhatItPutOnThoughItsSenderReadTheBytesMeanwhile() {
        ByteBuffer packet = ByteBuffer.allocate(7);
        held.add(packet, () -> packet.position(7));
        packet.position(7);
        oneMayGo();
        assertHeld(0, 0);
    }

    @Test
    void keepsNothingBeyondItsLimit() {
        assertThat(hold("all", 20)).isTrue();
        assertThat(hold("an empty one", 0)).isTrue();
        assertThat(hold("one more", 1)).isFalse();
        assertHeld(2, 20);
        assertThat(held.addedTo(PASSED).byRule()).containsEntry("no-room", 1L);
        assertThat(hold("another empty one", 0)).isTrue();
        assertHeld(3, 20);
        assertThat(hold("an empty one too many", 0)).isFalse();
        assertThat(held.addedTo(PASSED).byRule()).containsEntry("no-room", 2L);
        oneMayGo();
        assertThat(hold("room again", 20)).isTrue();
    }
}
