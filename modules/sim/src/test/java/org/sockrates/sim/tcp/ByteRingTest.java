package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class ByteRingTest {
    private static final int MOST = 1 << 15;

    @Test
    void holdsAsManyAsItWasMadeForAndNoMore() {
        ByteRing ring = new ByteRing(MOST);
        ring.hold(-5, MOST);
        ring.put(-5, ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6}), 6);
        ByteBuffer got = ByteBuffer.allocate(6);
        ring.get(-5, got, 6);
        assertThat(got.array()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThatThrownBy(() -> ring.hold(-5, MOST + 1)).hasMessage("32769 bytes (expected: at most 32768)");
    }
}
