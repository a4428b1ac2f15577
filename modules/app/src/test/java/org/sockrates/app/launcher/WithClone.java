package org.sockrates.app.launcher;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the launcher, in a clone of its own with a Maven of its own, for a program that is compiled once. */
abstract class WithClone {
    @TempDir
    private static Path shared;

    private static Path program;

    /** Where the clone lies, and what else a test puts down. */
    @TempDir
    Path folder;

    Checkout clone;

    @BeforeAll
    static void compile() throws IOException {
        program = TinyProgram.jar(shared);
    }

    @BeforeEach
    void cloneIt() throws IOException {
        clone = new Checkout(folder, program);
    }

    @AfterEach
    void close() throws IOException {
        clone.close();
    }
}
