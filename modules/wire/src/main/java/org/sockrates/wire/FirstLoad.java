package org.sockrates.wire;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.channel.Room;

/**
 * The C library, loaded when it is first asked for. JNA loads itself with it, in initializers: where a descriptor or a
 * thread is missing then, they have failed for good. So room for them is looked for first, and who finds none may try again.
 */
final class FirstLoad {
    /** JNA's file, and two that Java draws the file's name from; and one for whoever else opens something then. */
    private static final int DESCRIPTORS = 4;

    /** JNA's cleaner; and the program it asks where libraries are, which Java waits for in a thread. */
    private static final int THREADS = 3;

    private static final String FOLDER = "jna.tmpdir"; // where it unpacks its own library

    private static @Nullable Logger quiet; // kept, so that its level is not lost with it
    private static volatile @Nullable LibC library;

    private FirstLoad() {}

    /** Why the library cannot be called. */
    enum Obstacle {
        /** JNA must unpack a file where programs may be loaded from. */
        NO_FOLDER(
                "JNA cannot load its library (expected: a folder it may be loaded from)",
                "name one: JAVA_TOOL_OPTIONS=-Djna.tmpdir=FOLDER"),
        /** It may be there soon. */
        NO_ROOM(
                "no room now for JNA's library (expected: " + DESCRIPTORS + " descriptors, " + THREADS + " threads)",
                "end something, or allow more: ulimit -n -u");

        final String told;
        final String mend;

        Obstacle(String told, String mend) {
            this.told = told;
            this.mend = mend;
        }

        String text() {
            return told + "; " + mend;
        }
    }

    /** @throws WireUnavailableException when it cannot be called, at least now */
    static LibC library() throws WireUnavailableException {
        Optional<Obstacle> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new WireUnavailableException("native calls: " + obstacle.get().text());
        }
        return Objects.requireNonNull(library);
    }

    /** Why it cannot be called now; empty where it can. */
    static Optional<Obstacle> obstacle() {
        return library == null ? load() : Optional.empty();
    }

    private static synchronized Optional<Obstacle> load() {
        if (library != null) {
            return Optional.empty();
        }
        try {
            Room.forDescriptors(DESCRIPTORS);
            Room.forThreads(THREADS, Thread::new);
            quiet = Logger.getLogger("com.sun.jna");
            quiet.setLevel(Level.OFF); // that it cannot be loaded is told in our words
            if (!new File(System.getProperty("user.home")).isAbsolute() && System.getProperty(FOLDER) == null) {
                // or it unpacks beside the caller's files: of an account it does not know, the system tells no home
                System.setProperty(FOLDER, System.getProperty("java.io.tmpdir"));
            }
            library = Native.load("c", LibC.class, Map.of(Library.OPTION_STRING_ENCODING, LibC.BYTES.name()));
            return Optional.empty();
        } catch (IOException | OutOfMemoryError full) {
            return Optional.of(Obstacle.NO_ROOM);
        } catch (LinkageError noPlaceForIt) {
            return Optional.of(Obstacle.NO_FOLDER);
        }
    }
}
