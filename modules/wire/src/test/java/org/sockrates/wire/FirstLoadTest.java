package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.testkit.Child;

@Timeout(60)
class FirstLoadTest {
    private static final int MOST_DESCRIPTORS = 64;

    /** What JNA has tried in vain it never tries again. */
    @ParameterizedTest
    @CsvSource({"0, NO_ROOM", "1, NO_ROOM", "2, NO_ROOM", "3, NO_ROOM", "4, loaded"})
    void whereThereIsNoRoomForItItIsNotTriedYet(String left, String first) throws Exception {
        assumeTrue(LibC.missing().isEmpty());
        try (Child narrow = Child.java(MOST_DESCRIPTORS, List.of(), LittleRoom.class, "calls", left)) {
            assertThat(narrow.line()).isEqualTo("ready");
            assertThat(narrow.line()).isEqualTo(first);
            assertThat(narrow.line()).isEqualTo("loaded");
            assertThat(narrow.end()).isZero();
        }
    }
}
