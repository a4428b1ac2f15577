package org.sockrates.shell.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.lab.document.LabFolder.RefusedException;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.PayloadFiles;
import org.sockrates.transport.SafeText;

/** The files a session may name. A person's may be anywhere; a lab's are in its {@link LabFolder} and nowhere else. */
public final class SessionFiles implements PayloadFiles {
    private final Path folder;
    private final @Nullable LabFolder lab;

    private SessionFiles(Path folder, @Nullable LabFolder lab) {
        this.folder = folder;
        this.lab = lab;
    }

    /** All files; relative names begin at a folder. */
    public static SessionFiles anywhere(Path folder) {
        return new SessionFiles(folder, null);
    }

    /** The files beside a lab. */
    public static SessionFiles of(LabFolder lab) {
        return new SessionFiles(lab.path(), lab);
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
        return lab == null ? resolve(where, name) : inLab(where, name, lab::toWrite);
    }

    /** What a lab's folder has to say about a name. */
    private interface Judgement {
        Path of(String name) throws IOException;
    }

    private static Path inLab(String where, String name, Judgement judgement) throws IOException {
        try {
            return judgement.of(name);
        } catch (RefusedException refused) {
            throw bad(where, name, refused.why() + " (expected: " + LabFolder.EXPECTED + ")");
        } catch (FileSystemException unreadable) {
            throw bad(where, name, "cannot be reached");
        }
    }

    private Path existing(String where, String name) throws IOException {
        if (lab != null) {
            return inLab(where, name, lab::toRead);
        }
        Path path = resolve(where, name);
        if (!Files.exists(path)) {
            boolean named = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
            throw bad(where, name, named ? "cannot be reached" : "no such file");
        }
        return path;
    }

    private Path resolve(String where, String name) throws BadFileException {
        if (name.isEmpty()) {
            throw bad(where, name, "no file name");
        }
        try {
            return folder.resolve(name);
        } catch (InvalidPathException never) {
            throw bad(where, name, "no file name");
        }
    }

    private static BadFileException bad(String where, String name, String actual) {
        return new BadFileException(where + ": " + SafeText.quote(name) + ": " + actual);
    }

    /**
     * What an existing plain file holds; one that a lab names, what it held when the lab was read.
     *
     * @param most bytes it may have
     */
    public byte[] read(String where, String name, int most) throws IOException {
        Optional<byte[]> kept = lab == null ? Optional.empty() : lab.kept(name);
        if (kept.isPresent() && kept.get().length <= most) {
            return kept.get();
        }
        try (InputStream in = Files.newInputStream(plain(where, name, most))) {
            return in.readNBytes(most);
        }
    }

    @Override
    public byte[] read(String path) throws IOException {
        return read("payload", path, Payload.MOST_BYTES);
    }

    @Override
    public boolean isThere(String path) {
        try {
            return (lab != null && lab.kept(path).isPresent()) || Files.isRegularFile(existing("payload", path));
        } catch (IOException absent) {
            return false;
        }
    }
}
