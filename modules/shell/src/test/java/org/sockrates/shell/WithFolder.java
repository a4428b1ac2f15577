package org.sockrates.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Somebody types in a folder of its own, which is empty at first. */
public abstract class WithFolder {
    @TempDir
    protected Path folder;

    @AutoClose
    protected Typing typing;

    @BeforeEach
    void openIn() {
        typing = Typing.in(folder);
    }
}
