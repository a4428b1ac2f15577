package org.sockrates.shell.grade;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A place for the copy of one submission, alone in a temporary folder, which is taken away with all that has been left there. */
final class PrivateCopy implements Closeable {
    private static final Set<PrivateCopy> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Submission submission;

    static {
        RunningProgram.endWithUs(); // when this process ends it is too late to begin with that class
        Thread last = new Thread(PrivateCopy::takeAllAway, "copies end with us");
        Runtime.getRuntime().addShutdownHook(last);
    }

    private PrivateCopy(Path folder, Submission submission) {
        this.folder = folder;
        this.submission = submission;
        OPEN.add(this);
    }

    /** Nothing is there yet. */
    static PrivateCopy of(Submission original) throws IOException {
        Path folder = Files.createTempDirectory("submission").toRealPath();
        return new PrivateCopy(folder, new Submission(original.name(), folder.resolve(original.name())));
    }

    /** The same submission, there. */
    Submission submission() {
        return submission;
    }

    private static void takeAllAway() {
        RunningProgram.endAll();
        OPEN.forEach(PrivateCopy::close);
    }

    /** Takes it away; what may not be taken away, as what belongs to somebody else, stays. */
    @Override
    public void close() {
        OPEN.remove(this);
        Deque<Path> folders = new ArrayDeque<>();
        empty(folder, folders);
        while (!folders.isEmpty()) {
            Path next = folders.remove();
            empty(next, folders);
            taken(next);
        }
        taken(folder);
    }

    /** The folder, where something of it is still there. */
    Optional<Path> left() {
        return Optional.of(folder).filter(Files::exists);
    }

    /**
     * Leaves nothing in one folder: what is a folder there is laid in ours, if it is in another. A program may have made
     * more of them within one another than a path may have.
     *
     * @param folders those in ours that are still to be emptied
     */
    private void empty(Path from, Deque<Path> folders) {
        open(from);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
            for (Path each : entries) {
                if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    taken(each);
                } else if (from.equals(folder)) {
                    folders.add(each);
                } else {
                    laid(each).ifPresent(folders::add);
                }
            }
        } catch (IOException | DirectoryIteratorException kept) {
            // as when one of them stays
        }
    }

    private Optional<Path> laid(Path each) {
        open(each);
        try {
            Path place = folder.resolve(UUID.randomUUID().toString());
            return Optional.of(Files.move(each, place, StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException kept) {
            return Optional.empty();
        }
    }

    /** A program may have shut it. */
    private static void open(Path each) {
        File folder = each.toFile();
        folder.setReadable(true);
        folder.setWritable(true);
        folder.setExecutable(true);
    }

    private static void taken(Path each) {
        try {
            Files.deleteIfExists(each);
        } catch (IOException kept) {
            // whoever began it says so
        }
    }
}
