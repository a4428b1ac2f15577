package org.sockrates.shell.grade;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.Failure;
import org.sockrates.transport.SafeText;

/**
 * All that was handed in, as it was before the first program began; each submission comes back, as a copy with nobody beside
 * it, when it is its turn.
 */
final class KeptPile implements Closeable {
    static final long MOST_BYTES = 1L << 30;
    static final int MOST_FILES = 100_000;
    /** What both copies take. */
    static final String ROOM = " (expected: room in " + System.getProperty("java.io.tmpdir")
            + ", or in another folder: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER)";

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int BLOCK_BYTES = 4096;

    private final Map<String, List<Piece>> submissions = new HashMap<>();
    private final Map<String, IOException> unreadable = new HashMap<>();
    private final KeptBytes kept;
    private final long mostBytes;
    private int files;

    /** A piece of a submission. */
    private sealed interface Piece {
        /** Where it is in there; empty for the submission itself. */
        Path within();
    }

    private record Folder(Path within, Set<PosixFilePermission> mode) implements Piece {}

    private record Link(Path within, Path target) implements Piece {}

    private record Plain(Path within, Set<PosixFilePermission> mode, FileTime changed, KeptBytes.Run bytes)
            implements Piece {}

    /** Nothing more can be kept; what else fails is one submission's, and nothing to the others. */
    private static final class FullException extends IOException {
        private static final long serialVersionUID = 1;

        FullException(Submission submission, IOException full) {
            super(
                    Submission.WHERE + SafeText.quote(submission.name()) + ": cannot be kept: " + Failure.text(full)
                            + ROOM,
                    full);
        }
    }

    private KeptPile(KeptBytes kept, long mostBytes) {
        this.kept = kept;
        this.mostBytes = mostBytes;
    }

    /**
     * Keeps what can be read: of another submission there is no {@link #copy}.
     *
     * @throws BadFileException when there is too much
     */
    static KeptPile of(List<Submission> submissions) throws IOException {
        return of(submissions, MOST_BYTES);
    }

    static KeptPile of(List<Submission> submissions, long mostBytes) throws IOException {
        KeptPile pile = new KeptPile(opened(), mostBytes);
        try {
            for (Submission submission : submissions) {
                try {
                    pile.submissions.put(submission.name(), pile.keep(submission));
                } catch (BadFileException | FullException ended) {
                    throw ended;
                } catch (IOException alone) {
                    pile.unreadable.put(submission.name(), alone);
                }
            }
            return pile;
        } catch (IOException | RuntimeException refused) {
            pile.close();
            throw refused;
        }
    }

    /** What is wanted, where less room is left than a copy takes; nothing where it is not room that is missing. */
    String room(Submission submission) {
        try {
            long left = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                    .getUsableSpace();
            return left < copyBytes(submission) ? ROOM : "";
        } catch (IOException untold) {
            return ROOM;
        }
    }

    /** What one copy takes at most, in bytes: each of its pieces may begin a block of the disk. */
    long copyBytes(Submission submission) {
        long most = 0;
        for (Piece piece : submissions.getOrDefault(submission.name(), List.of())) {
            most += BLOCK_BYTES + (piece instanceof Plain plain ? plain.bytes().length() : 0);
        }
        return most;
    }

    private static KeptBytes opened() throws IOException {
        try {
            return KeptBytes.open();
        } catch (IOException refused) {
            throw new IOException(Submission.WHERE + "cannot be kept: " + Failure.text(refused) + ROOM, refused);
        }
    }

    private List<Piece> keep(Submission submission) throws IOException {
        submission.requireName();
        Path root = submission.path().toRealPath();
        List<Piece> pieces = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                count(submission);
                pieces.add(new Folder(root.relativize(folder), mode(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                count(submission);
                if (attributes.isSymbolicLink()) {
                    refuseAnothers(root, file);
                    pieces.add(new Link(root.relativize(file), Files.readSymbolicLink(file)));
                } else if (attributes.isRegularFile()) {
                    KeptBytes.Run bytes = read(submission, file);
                    pieces.add(new Plain(root.relativize(file), mode(file), attributes.lastModifiedTime(), bytes));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pieces;
    }

    /** It would be graded as one's own. */
    private static void refuseAnothers(Path root, Path link) throws IOException {
        Path all = root.getParent();
        if (all == null || !Files.exists(link)) {
            return;
        }
        Path to = link.toRealPath();
        if (to.startsWith(all) && !to.startsWith(root)) {
            throw new IOException(SafeText.quote(root.relativize(link).toString())
                    + ": a symbolic link to what others have handed in (expected: a file of one's own)");
        }
    }

    private static Set<PosixFilePermission> mode(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }

    private void count(Submission submission) throws BadFileException {
        if (++files > MOST_FILES) {
            throw tooMuch(submission, MOST_FILES + " files");
        }
    }

    private KeptBytes.Run read(Submission submission, Path file) throws IOException {
        kept.begin();
        byte[] some = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = read(in, some, file); n >= 0; n = read(in, some, file)) {
                if (kept.size() + n > mostBytes) {
                    throw tooMuch(submission, mostBytes + " bytes");
                }
                add(submission, some, n);
            }
        }
        return kept.end();
    }

    private static int read(InputStream in, byte[] some, Path file) throws IOException {
        try {
            return in.read(some);
        } catch (IOException refused) {
            throw new IOException(SafeText.quote(file.toString()) + ": cannot be read", refused);
        }
    }

    private void add(Submission submission, byte[] some, int length) throws IOException {
        try {
            kept.add(some, length);
        } catch (IOException full) {
            throw new FullException(submission, full);
        }
    }

    private static BadFileException tooMuch(Submission submission, String most) {
        return new BadFileException(
                Submission.WHERE + SafeText.quote(submission.name()) + ": with those before it more than " + most
                        + " (expected: at most so many, to be kept while programs run); grade the pile in parts");
    }

    /**
     * One submission, in a folder of its own that is taken away with it.
     *
     * @throws IOException when it could not be read, or cannot be written
     */
    PrivateCopy copy(Submission submission) throws IOException {
        IOException unread = unreadable.get(submission.name());
        if (unread != null) {
            throw unread;
        }
        PrivateCopy copy = PrivateCopy.of(submission);
        try {
            Path root = copy.submission().path();
            List<Piece> pieces = submissions.getOrDefault(submission.name(), List.of());
            for (Piece piece : pieces) {
                put(piece, root.resolve(piece.within()));
            }
            for (int i = pieces.size() - 1; i >= 0; i--) { // a folder nobody may write is filled by now
                if (pieces.get(i) instanceof Folder folder) {
                    mode(root.resolve(folder.within()), folder.mode());
                }
            }
            return copy;
        } catch (IOException | RuntimeException refused) {
            copy.close();
            throw refused;
        }
    }

    private void put(Piece piece, Path place) throws IOException {
        if (piece instanceof Folder) {
            Files.createDirectory(place);
        } else if (piece instanceof Link link) {
            Files.createSymbolicLink(place, link.target());
        } else if (piece instanceof Plain plain) {
            try (FileChannel to = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                kept.write(plain.bytes(), to);
            }
            Files.setLastModifiedTime(place, plain.changed());
            mode(place, plain.mode());
        }
    }

    private static void mode(Path path, Set<PosixFilePermission> mode) throws IOException {
        if (!mode.isEmpty()) {
            Files.setPosixFilePermissions(path, mode);
        }
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
