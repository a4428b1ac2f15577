package org.sockrates.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The calls of the C library that Java has no words for. Not for a packet's way: each costs a microsecond. */
interface LibC extends Library {
    /** How strings are handed over: a character is a byte. */
    Charset BYTES = StandardCharsets.ISO_8859_1;

    /** Why it cannot be called where it cannot. */
    String UNLOADED = "JNA cannot load its library (expected: a folder it may be loaded from)";

    /** What to do where it cannot be called. */
    String NAME_A_FOLDER = "name one: JAVA_TOOL_OPTIONS=-Djna.tmpdir=FOLDER";

    /**
     * The library, loaded when it is first asked for.
     *
     * @throws WireUnavailableException when it cannot be: JNA must unpack a file where programs may be loaded from
     */
    static LibC calls() throws WireUnavailableException {
        try {
            return Loaded.LIBRARY;
        } catch (LinkageError noPlaceForIt) {
            throw new WireUnavailableException("native calls: " + UNLOADED + "; " + NAME_A_FOLDER);
        }
    }

    /** Why the library cannot be called, and what to do; empty where it can. */
    static Optional<String> missing() {
        try {
            calls();
            return Optional.empty();
        } catch (WireUnavailableException unloaded) {
            return Optional.of(UNLOADED + "; " + NAME_A_FOLDER);
        }
    }

    /** Keeps loading out of the way until somebody calls. */
    final class Loaded {
        /** Kept, so that its level is not lost with it. */
        private static final Logger JNA = Logger.getLogger("com.sun.jna");

        private static final String FOLDER = "jna.tmpdir"; // where it unpacks its own library
        private static final LibC LIBRARY = load();

        private Loaded() {}

        private static LibC load() {
            JNA.setLevel(Level.OFF); // that it cannot be loaded is told in our words
            if (!new File(System.getProperty("user.home")).isAbsolute() && System.getProperty(FOLDER) == null) {
                // or it unpacks beside the caller's files: of an account it does not know, the system tells no home
                System.setProperty(FOLDER, System.getProperty("java.io.tmpdir"));
            }
            return Native.load("c", LibC.class, Map.of(Library.OPTION_STRING_ENCODING, BYTES.name()));
        }
    }

    int ioctl(int descriptor, NativeLong request, byte[] argument) throws LastErrorException;

    int getsockopt(int descriptor, int level, int option, Pointer value, IntByReference length)
            throws LastErrorException;

    int fcntl(int descriptor, int command, int argument) throws LastErrorException;

    int prctl(int option, NativeLong second, NativeLong third, NativeLong fourth, NativeLong fifth)
            throws LastErrorException;

    Pointer mmap(@Nullable Pointer where, long bytes, int protection, int flags, int descriptor, NativeLong offset)
            throws LastErrorException;

    int munmap(Pointer where, long bytes) throws LastErrorException;

    int close(int descriptor) throws LastErrorException;

    int execvp(String file, String[] words) throws LastErrorException;

    String strerror(int errno);
}
