package org.sockrates.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The calls of the C library that Java has no words for. Not for a packet's way: each costs a microsecond. */
interface LibC extends Library {
    /** How strings are handed over: a character is a byte. */
    Charset BYTES = StandardCharsets.ISO_8859_1;

    /** Loads the library at the first use of this class, and fails there where it cannot. */
    static LibC calls() {
        return Loaded.LIBRARY;
    }

    /** Keeps loading out of the way until somebody calls. */
    final class Loaded {
        private static final LibC LIBRARY =
                Native.load("c", LibC.class, Map.of(Library.OPTION_STRING_ENCODING, BYTES.name()));

        private Loaded() {}
    }

    int ioctl(int descriptor, NativeLong request, byte[] argument) throws LastErrorException;

    int getsockopt(int descriptor, int level, int option, Pointer value, IntByReference length)
            throws LastErrorException;

    int fcntl(int descriptor, int command, int argument) throws LastErrorException;

    int setenv(String name, String value, int overwrite) throws LastErrorException;

    int execvp(String file, String[] words) throws LastErrorException;

    String strerror(int errno);
}
