package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the program have in common: each has it on a machine of its own, where nothing of it may be left. */
@Tag("program")
abstract class OwnMachine {
    @TempDir
    Path folder;

    Sockrates sockrates;

    @BeforeEach
    final void open() throws IOException {
        sockrates = new Sockrates(folder);
    }

    @AfterEach
    final void leavesNothingBehind() throws IOException {
        assertThat(sockrates.left()).isEmpty();
    }
}
