package org.sockrates.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.testkit.Child;

@Timeout(60)
class EarlyFilesTest {
    @Test
    void whoHasNoDescriptorLeftCanCloseAChannelAndTellTheTime() throws Exception {
        try (Child full = Child.java(64, List.of(), FullOfFiles.class)) {
            assertThat(full.line()).isEqualTo("full");
            assertThat(full.line()).matches("\\d\\d:\\d\\d");
            assertThat(full.line()).isEqualTo("closed");
            assertThat(full.end()).isZero();
        }
    }
}
