package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.testkit.Child;

@Timeout(30)
class UdpPortTest {
    /** Java's first close takes two for good; where they are not to be had, nothing could be closed ever after. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2"})
    void whoHasNoRoomForAFirstCloseMakesNoSocketYet(String left) throws Exception {
        try (Child narrow = Child.java(64, List.of(), LittleRoom.class, left)) {
            assertThat(narrow.line()).isEqualTo("EMFILE");
            assertThat(narrow.line()).isEqualTo("closed");
            assertThat(narrow.end()).isZero();
        }
    }
}
