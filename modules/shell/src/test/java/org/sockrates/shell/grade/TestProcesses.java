package org.sockrates.shell.grade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processes of this machine, by their words: in a namespace of its own one has another number than here. */
final class TestProcesses {
    private TestProcesses() {}

    /** How many were started with this as one of their words. */
    static long startedWith(Path word) {
        return ProcessHandle.allProcesses()
                .filter(each -> words(each.pid()).contains(word + "\0"))
                .count();
    }

    private static String words(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
