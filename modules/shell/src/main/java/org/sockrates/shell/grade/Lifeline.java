package org.sockrates.shell.grade;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A FIFO that nobody writes to, and whose writing end is ours alone: whoever reads it waits for as long as we are there, and is
 * told of our end by the system, were it a {@code kill -9} (fifo(7)).
 */
final class Lifeline {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static @Nullable Lifeline ours; // when the first program is started

    private final Path place;

    @SuppressWarnings("unused") // the system closes it with us
    private final RandomAccessFile held;

    private Lifeline(Path place) throws IOException {
        this.place = place;
        this.held = new RandomAccessFile(place.toFile(), "rw"); // an end that only writes would wait for a reader
    }

    /** Where it is; empty where none can be had. */
    static synchronized Optional<Path> place() {
        try {
            ours = ours == null ? made() : ours;
            return Optional.of(ours.place);
        } catch (IOException none) { // no mkfifo(1), or no room for it
            return Optional.empty();
        }
    }

    private static Lifeline made() throws IOException {
        File folder = Files.createTempDirectory("sockrates").toFile();
        folder.deleteOnExit();
        File place = new File(folder, "lifeline");
        place.deleteOnExit();
        if (!Starting.succeeds(List.of("mkfifo", place.getPath()), LIMIT_NANOS)) {
            throw new IOException(place + ": mkfifo made none");
        }
        return new Lifeline(place.toPath());
    }
}
