package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.Typing;

/** Somebody types in a folder with a course of two labs. */
abstract class WithCourse {
    @TempDir
    Path folder;

    Course course;

    @AutoClose
    Typing typing;

    @BeforeEach
    void open() throws IOException {
        course = new Course(folder);
        typing = Typing.in(folder);
    }
}
