package org.sockrates.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file for results. Opened before the work that gives them is done, so that half a minute is not spent for nothing. Until
 * the first byte is written nothing has happened: a new file is taken away again, one that exists has what it had. What is
 * there by then in its place gives way.
 */
public final class OutputFile extends OutputStream {
    private static final Set<OutputFile> OPEN = ConcurrentHashMap.newKeySet();

    static {
        try {
            Thread last = new Thread(() -> OPEN.forEach(OutputFile::takeAwayAtTheEnd), "empty files end with us");
            Runtime.getRuntime().addShutdownHook(last);
        } catch (IllegalStateException ending) {
            // the process ends already
        }
    }

    private final String where;
    private final Path file;
    private final boolean made;
    private final CRC32 written = new CRC32();
    private OutputStream out;
    private @Nullable Object key;
    private boolean empty = true;
    private boolean anew;

    private OutputFile(String where, Path file, boolean made, OutputStream out) {
        this.where = where;
        this.file = file;
        this.made = made;
        this.out = new CheckedOutputStream(new BufferedOutputStream(out), written);
        this.key = Inode.key(file);
        OPEN.add(this);
    }

    /**
     * Opens a new file.
     *
     * @param where the command or the option that names it, for messages
     * @param force takes one that exists, and empties it with the first byte that is written
     * @throws UnwritableException when it exists and is not to be overwritten, is a directory, or cannot be written
     */
    public static OutputFile open(String where, Path file, boolean force) throws UnwritableException {
        if (Files.isDirectory(file)) {
            throw unwritable(where, file, "is a directory (expected: a file); name a file in it");
        }
        if (Inode.isPipe(file)) {
            throw unwritable(where, file, "is a pipe, and nobody may ever read it (expected: a file)");
        }
        try {
            return new OutputFile(
                    where,
                    file,
                    true,
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (FileAlreadyExistsException exists) {
            if (!force) {
                throw unwritable(where, file, "exists (expected: a new file); overwrite it with --force");
            }
            return overwrite(where, file);
        } catch (IOException refused) {
            throw refused(where, file);
        }
    }

    private static OutputFile overwrite(String where, Path file) throws UnwritableException {
        try {
            return new OutputFile(where, file, false, Files.newOutputStream(file, StandardOpenOption.WRITE));
        } catch (IOException refused) {
            throw refused(where, file);
        }
    }

    private static UnwritableException refused(String where, Path file) {
        return unwritable(where, file, "cannot be written (expected: a file in a folder you may write)");
    }

    private static UnwritableException unwritable(String where, Path file, String what) {
        return new UnwritableException(where + ": " + file + ": " + what);
    }

    @Override
    public void write(int oneByte) throws UnwritableException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws UnwritableException {
        try {
            if (empty && length > 0) {
                replace();
            }
            out.write(bytes, offset, length);
        } catch (UnwritableException told) {
            throw told;
        } catch (IOException failure) {
            throw cut(failure);
        }
    }

    /** By its name: a channel that cuts itself is closed by an interrupt, and Ctrl-C is one. */
    private void replace() throws IOException {
        empty = false;
        if (!isOurs()) {
            beginAnew();
        } else if (Files.isRegularFile(file)) { // what is open already may be a pipe, which opens when it is read
            Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
                    .close();
        }
    }

    /**
     * Begins anew where what was written by now is not there as it was: all of it is to be written once more.
     *
     * @return whether it does
     */
    public boolean beginsAgain() throws UnwritableException {
        flush();
        if (empty || isIntact()) {
            return false;
        }
        try {
            beginAnew();
        } catch (UnwritableException told) {
            throw told;
        } catch (IOException failure) {
            throw cut(failure);
        }
        return true;
    }

    /** Whether the file holds what was written to it; of what is no plain file that is not asked. */
    private boolean isIntact() {
        boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        return isOurs() && (!plain || holdsWhatWasWritten());
    }

    /** A program that is graded may have put results of its own there: nobody is to take them for ours. */
    private void beginAnew() throws IOException {
        anew = true;
        written.reset();
        OutputStream begun = begun();
        out.close();
        out = new CheckedOutputStream(new BufferedOutputStream(begun), written);
        key = Inode.key(file);
    }

    private OutputStream begun() throws UnwritableException {
        try {
            removeAnother();
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException hindered) {
            throw touched("it cannot be written anew there");
        }
    }

    @Override
    public void flush() throws UnwritableException {
        try {
            out.flush();
        } catch (IOException failure) {
            throw cut(failure);
        }
    }

    @Override
    public void close() throws UnwritableException {
        try {
            out.close();
            if (made && empty && isOurs()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw cut(failure);
        } finally {
            OPEN.remove(this);
        }
    }

    /** Where the process ends in the middle of the work, as with a second Ctrl-C. */
    private void takeAwayAtTheEnd() {
        try {
            if (made && isOurs() && Files.size(file) == 0) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            // nobody is left to be told
        }
    }

    /**
     * Takes the file away, closed or not, with whatever was in it before; one behind a link is emptied, and so is one in a
     * folder that may not be changed. What is no file, as a terminal, stays; a file, or a link, that somebody else has put in
     * its place goes, too, or it would be taken for results.
     *
     * @throws UnwritableException when what was in it is still there, or somebody else had put another file there
     */
    public void takeAway() throws UnwritableException {
        close();
        try {
            if (!isOurs() && removeAnother()) {
                throw unwritable(
                        where, file, "somebody else had put it there (expected: no such file); it was taken away");
            }
            if (!Files.isRegularFile(file)) {
                return;
            }
            Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
                    .close();
            if (!Files.isSymbolicLink(file)
                    && Files.isWritable(file.toAbsolutePath().getParent())) {
                Files.deleteIfExists(file);
            }
        } catch (UnwritableException told) {
            throw told;
        } catch (IOException refused) {
            throw unwritable(
                    where, file, "cannot be taken away (expected: no such file); what is there is an earlier one");
        }
    }

    /** Whether a file, or a link, lay there that is not ours; what is neither stays. */
    private boolean removeAnother() throws IOException {
        boolean other = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(file);
        return other && Files.deleteIfExists(file);
    }

    /**
     * Looks whether what was written is there, when it was closed: somebody else may have come in between.
     *
     * @throws UnwritableException when it is not, or somebody had put another file there before it was written
     */
    public void requireUntouched() throws UnwritableException {
        if (!empty && !isIntact()) {
            throw touched("write it again");
        }
        if (anew) {
            throw touched("it was written anew");
        }
    }

    private UnwritableException touched(String next) {
        return unwritable(
                where, file, "was taken away or changed by somebody else (expected: what was written); " + next);
    }

    /** Whether the file of this name is the one that was opened, as far as the system tells. */
    private boolean isOurs() {
        return key == null || key.equals(Inode.key(file));
    }

    private boolean holdsWhatWasWritten() {
        CRC32 found = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), found)) {
            in.transferTo(OutputStream.nullOutputStream());
            return found.getValue() == written.getValue();
        } catch (IOException unreadable) {
            return key != null; // it may be ours to write only
        }
    }

    private UnwritableException cut(IOException failure) {
        String why = failure.getMessage() == null ? "cannot be written" : failure.getMessage();
        return unwritable(where, file, why + " (expected: all of it written); what is there is incomplete");
    }
}
