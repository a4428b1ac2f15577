package org.sockrates.shell.learn;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.sockrates.shell.WithFolder;

/** Somebody types in a folder with a course of two labs. */
abstract class WithCourse extends WithFolder {
    Course course;

    @BeforeEach
    void open() throws IOException {
        course = new Course(folder);
    }
}
