package org.sockrates.shell.grade;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A place for the copy of one submission, alone in a temporary folder, which is taken away with all that has been left there. */
final class PrivateCopy implements Closeable {
    private static final Set<PrivateCopy> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Submission submission;

    static {
        RunningProgram.endAll(); // none yet, and when this process ends it is too late to begin with that class
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

    @Override
    public void close() {
        OPEN.remove(this);
        takeAway(folder);
    }

    private static void takeAway(Path all) {
        try {
            Files.walkFileTree(all, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    open(each);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                    return taken(each);
                }

                @Override
                public FileVisitResult visitFileFailed(Path each, IOException refused) {
                    if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && open(each)) {
                        takeAway(each);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, @Nullable IOException refused) {
                    return taken(each);
                }
            });
        } catch (IOException kept) {
            // as when one of them stays
        }
    }

    /** A program may have shut it; whether it had, and has no longer. */
    private static boolean open(Path each) {
        File folder = each.toFile();
        boolean shut = !folder.canRead() || !folder.canExecute();
        folder.setReadable(true);
        folder.setWritable(true);
        folder.setExecutable(true);
        return shut && folder.canRead() && folder.canExecute();
    }

    private static FileVisitResult taken(Path each) {
        try {
            Files.deleteIfExists(each);
        } catch (IOException kept) {
            // the system's folder for such files is emptied by itself
        }
        return FileVisitResult.CONTINUE;
    }
}
