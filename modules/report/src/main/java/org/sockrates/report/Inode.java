package org.sockrates.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What a file is to the system, whatever its name. */
final class Inode {
    private static final int FILE_TYPE = 0170000; // inode(7)
    private static final int FIFO = 0010000;

    private Inode() {}

    /** Opening one waits for its reader, and nothing ends that; what {@code /dev/stdout} links to is open already. */
    static boolean isPipe(Path file) {
        try {
            int mode = (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
            return (mode & FILE_TYPE) == FIFO;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Equal for two names of one file; null where it has no such thing, or is not there. */
    static @Nullable Object key(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            return null;
        }
    }
}
