package org.sockrates.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of the C library that Java has no words for. Not for a packet's way: each costs a microsecond. */
interface LibC extends Library {
    /** How strings are handed over: a character is a byte. */
    Charset BYTES = StandardCharsets.ISO_8859_1;

    /**
     * The library, loaded when it is first asked for.
     *
     * @throws WireUnavailableException when it cannot be
     */
    static LibC calls() throws WireUnavailableException {
        return FirstLoad.library();
    }

    /** Why the library cannot be called now, and what to do; empty where it can. */
    static Optional<String> missing() {
        return FirstLoad.obstacle().map(FirstLoad.Obstacle::text);
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
