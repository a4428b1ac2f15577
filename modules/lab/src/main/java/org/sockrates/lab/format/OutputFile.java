package org.sockrates.lab.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file for results. Opened before the labs run, so that a full lesson is not run for nothing. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Opens a new file.
     *
     * @param force takes one that exists, and empties it
     * @throws IOException when it exists and is not to be overwritten, is a directory, or cannot be written; the message
     *     has the form {@code file: what (expected: …); next step}
     */
    public static OutputStream open(Path file, boolean force) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a directory (expected: a file); name a file in it");
        }
        Set<OpenOption> how = force
                ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
                : Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            return new BufferedOutputStream(Files.newOutputStream(file, how.toArray(new OpenOption[0])));
        } catch (FileAlreadyExistsException exists) {
            throw new IOException(file + ": exists (expected: a new file); overwrite it with --force", exists);
        } catch (IOException refused) {
            throw new IOException(file + ": cannot be written (expected: a file in a folder you may write)", refused);
        }
    }
}
