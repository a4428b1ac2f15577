package org.sockrates.shell.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.PayloadFiles;
import org.sockrates.transport.SafeText;

/**
 * The files a session may name. A person's may be anywhere; a lab's are in the lab's folder and nowhere else, whatever
 * {@code ..} and symbolic links say.
 */
public final class SessionFiles implements PayloadFiles {
    private final Path folder;
    private final boolean confined;

    private SessionFiles(Path folder, boolean confined) {
        this.folder = folder;
        this.confined = confined;
    }

    /** All files; relative names begin at a folder. */
    public static SessionFiles anywhere(Path folder) {
        return new SessionFiles(folder, false);
    }

    /** The files of one folder. */
    public static SessionFiles within(Path folder) {
        return new SessionFiles(folder, true);
    }

    /** Where relative names begin. */
    public Path folder() {
        return folder;
    }

    /**
     * An existing plain file.
     *
     * @param most bytes it may have
     */
    public Path plain(String where, String name, long most) throws IOException {
        Path path = existing(where, name);
        if (!Files.isRegularFile(path)) {
            throw bad(where, name, "no plain file (expected: a file, not a folder, pipe or device)");
        }
        long size = Files.size(path);
        if (size > most) {
            throw bad(where, name, size + " bytes (expected: at most " + most + ")");
        }
        return path;
    }

    /** An existing folder. */
    public Path directory(String where, String name) throws IOException {
        Path path = existing(where, name);
        if (!Files.isDirectory(path)) {
            throw bad(where, name, "no folder (expected: a folder)");
        }
        return path;
    }

    /** A path to be written; it need not exist. Elsewhere {@code -} means standard output, where the result is shown. */
    public Path writable(String where, String name) throws IOException {
        if (name.equals("-")) {
            throw bad(where, name, "no file name (expected: a file; what is shown goes to standard output anyway)");
        }
        Path path = resolve(where, name);
        if (confined && Files.isSymbolicLink(path)) {
            return existing(where, name);
        }
        if (confined && !parent(path).toRealPath().startsWith(folder.toRealPath())) {
            throw outside(where, name);
        }
        return path;
    }

    private Path parent(Path path) {
        return Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(folder);
    }

    private Path existing(String where, String name) throws IOException {
        Path path = resolve(where, name);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw bad(where, name, "no such file");
        }
        try {
            Path real = path.toRealPath();
            if (confined && !real.startsWith(folder.toRealPath())) {
                throw outside(where, name);
            }
            return confined ? real : path;
        } catch (FileSystemException unreadable) {
            throw bad(where, name, "cannot be reached");
        }
    }

    private Path resolve(String where, String name) throws BadFileException {
        if (name.isEmpty()) {
            throw bad(where, name, "no file name");
        }
        try {
            Path path = Path.of(name);
            if (confined && path.isAbsolute()) {
                throw outside(where, name);
            }
            return folder.resolve(path);
        } catch (InvalidPathException never) {
            throw bad(where, name, "no file name");
        }
    }

    private static BadFileException outside(String where, String name) {
        return bad(where, name, "outside the lab's folder (expected: a file inside it)");
    }

    private static BadFileException bad(String where, String name, String actual) {
        return new BadFileException(where + ": " + SafeText.quote(name) + ": " + actual);
    }

    @Override
    public byte[] read(String path) throws IOException {
        int most = Payload.MOST_BYTES;
        try (InputStream in = Files.newInputStream(plain("payload", path, most))) {
            return in.readNBytes(most);
        }
    }
}
