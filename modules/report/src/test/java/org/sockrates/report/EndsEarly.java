package org.sockrates.report;

import java.io.IOException;
import java.nio.file.Path;

/** Opens one file to write nothing to, one to write a byte to, and ends: a process for a test. */
final class EndsEarly {
    private EndsEarly() {}

    public static void main(String[] files) throws IOException {
        OutputFile.open("empty", Path.of(files[0]), false);
        OutputFile begun = OutputFile.open("begun", Path.of(files[1]), false);
        begun.write('x');
        begun.flush();
        System.exit(0);
    }
}
