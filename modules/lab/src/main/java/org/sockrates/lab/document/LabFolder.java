package org.sockrates.lab.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The folder a lab lies in. Every path a lab names goes through here and stays inside: no absolute path, no {@code ..},
 * no symbolic link that leads out, and nothing hidden, with a dot before its name. What a lab reads is kept as it was when
 * the lab was read. Not a sandbox for programs; labs start none.
 */
public final class LabFolder {
    /** What would do instead of a path that is refused. */
    public static final String EXPECTED = "a path inside the lab's folder";

    private static final String UNHIDDEN = "names without a dot before them";

    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\~].*|[A-Za-z]:.*", Pattern.DOTALL);

    private static final long MOST_KEPT_BYTES = 64 << 20;

    private final Path folder;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>(); // by name
    private final AtomicLong keptBytes = new AtomicLong();

    private LabFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder of a lab file. */
    public static LabFolder of(Path labFile) {
        Path parent = labFile.toAbsolutePath().getParent();
        return new LabFolder(parent == null ? labFile.toAbsolutePath() : parent);
    }

    /** Where it is: absolute. */
    public Path path() {
        return folder;
    }

    /** A path is refused: it leads out of the folder, or nowhere. The message has the form {@code path: why (expected: …)}. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        private final String why;
        private final String expected;

        RefusedException(String path, String why) {
            this(path, why, EXPECTED);
        }

        private RefusedException(String path, String why, String expected) {
            super(path + ": " + why + " (expected: " + expected + ")");
            this.why = why;
            this.expected = expected;
        }

        /** What is wrong with the path: {@code absolute}. */
        public String why() {
            return why;
        }

        /** What would do instead. */
        public String expected() {
            return expected;
        }
    }

    /**
     * A file to read.
     *
     * @return its real path
     * @throws RefusedException when the path leaves the folder, in words or through a symbolic link
     * @throws IOException when there is no such file
     */
    public Path toRead(String path) throws IOException {
        Path named = inside(path);
        if (!Files.exists(named)) {
            throw new RefusedException(path, "no such file");
        }
        Path real = real(path, named);
        if (!Files.isRegularFile(real)) {
            throw new RefusedException(path, "not a regular file");
        }
        return real;
    }

    /**
     * Reads a file and keeps its bytes: a program that is judged may change it.
     *
     * @param most bytes it may have
     * @throws RefusedException as {@link #toRead}, and when it is too long, by itself or with those that are kept
     */
    public byte[] keep(String path, int most) throws IOException {
        byte[] known = kept.get(path);
        byte[] bytes = known == null ? read(toRead(path), most) : known;
        if (bytes.length > most) {
            throw new RefusedException(path, "too long", "at most " + most + " bytes");
        }
        if (known == null && keptBytes.addAndGet(bytes.length) > MOST_KEPT_BYTES) {
            throw new RefusedException(
                    path, "too long with those above", "at most " + MOST_KEPT_BYTES + " bytes in all a lab reads");
        }
        kept.put(path, bytes);
        return bytes.clone();
    }

    private static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }

    /** The bytes of a file that was kept, by the same name. */
    public Optional<byte[]> kept(String path) {
        return Optional.ofNullable(kept.get(path)).map(byte[]::clone);
    }

    /**
     * A file to write, which need not exist yet.
     *
     * @throws RefusedException as for reading, and when it is a symbolic link or lies in no folder
     */
    public Path toWrite(String path) throws IOException {
        Path named = inside(path);
        Path parent = named.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new RefusedException(path, "no such folder");
        }
        if (Files.isSymbolicLink(named)) {
            throw new RefusedException(path, "a symbolic link");
        }
        return real(path, parent).resolve(named.getFileName());
    }

    /** Looks at the words of a path only; the file need not exist. */
    public void check(String path) throws RefusedException {
        inside(path);
    }

    private Path inside(String path) throws RefusedException {
        if (path.isBlank()) {
            throw new RefusedException("path", "empty");
        }
        if (ABSOLUTE.matcher(path).matches()) {
            throw new RefusedException(path, "absolute");
        }
        for (String part : path.split("[/\\\\]", -1)) {
            if (part.equals("..")) {
                throw new RefusedException(path, "leads out with ..");
            }
            if (isHidden(part)) {
                throw new RefusedException(path, "hidden", UNHIDDEN);
            }
        }
        try {
            return folder.resolve(path);
        } catch (InvalidPathException wrong) {
            throw new RefusedException(path, "not a path");
        }
    }

    private Path real(String path, Path named) throws IOException {
        Path real = named.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new RefusedException(path, "leads out through a symbolic link");
        }
        for (Path part : folder.toRealPath().relativize(real)) {
            if (isHidden(part.toString())) {
                throw new RefusedException(path, "hidden, behind a symbolic link", UNHIDDEN);
            }
        }
        return real;
    }

    /** Settings and keys are, of who lays a stranger's lab into his home. */
    private static boolean isHidden(String part) {
        return part.startsWith(".") && !part.equals(".");
    }
}
