package org.sockrates.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Many reads and writes in one call of the system (io_uring(7), Linux 5.6 or newer). Reads and writes are put down, then
 * {@link #submit submitted}: the kernel does them in this order and none waits, and how each ended is there when the call
 * returns. Two rings of numbers in memory that the kernel shares carry them there and back. For one thread at a time.
 */
final class IoUring implements Closeable {
    // linux/io_uring.h, linux/fs.h, asm-generic/unistd.h; the numbers of the calls are the same on every machine of 64
    // bits
    private static final long IO_URING_SETUP = 425;
    private static final long IO_URING_ENTER = 426;
    private static final long ENTER_GETEVENTS = 1;
    private static final int FEAT_SINGLE_MMAP = 1;
    private static final long OFF_SQ_RING = 0;
    private static final long OFF_SQES = 0x10000000;
    private static final byte OP_READ = 22;
    private static final byte OP_WRITE = 23;
    private static final int RWF_NOWAIT = 8;
    private static final int REQUEST_BYTES = 64;
    private static final int RESULT_BYTES = 16;
    private static final int PARAMETER_BYTES = 120;
    private static final int EINTR = 4; // asm-generic/errno-base.h

    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    /** Calls that cost a fifth of a microsecond, where an interface's cost a whole one. */
    private static final class Calls {
        static {
            Native.register(Calls.class, "c");
        }

        private Calls() {}

        static native long syscall(
                long number, long first, long second, long third, long fourth, long fifth, long sixth)
                throws LastErrorException;
    }

    /** Where in the rings and in the parameters of their set-up a number lies. */
    private record Offsets(Memory parameters) {
        private static final int SUBMISSIONS = 40;
        private static final int COMPLETIONS = 80;

        int tail() {
            return parameters.getInt(SUBMISSIONS + 4);
        }

        int array() {
            return parameters.getInt(SUBMISSIONS + 24);
        }

        int resultsHead() {
            return parameters.getInt(COMPLETIONS);
        }

        int resultsTail() {
            return parameters.getInt(COMPLETIONS + 4);
        }

        int results() {
            return parameters.getInt(COMPLETIONS + 20);
        }

        int entries() {
            return parameters.getInt(0);
        }

        int resultEntries() {
            return parameters.getInt(4);
        }

        int requestBytes() {
            return entries() * REQUEST_BYTES;
        }

        int ringBytes() {
            return Math.max(array() + entries() * Integer.BYTES, results() + resultEntries() * RESULT_BYTES);
        }
    }

    private final LibC calls;
    private final int descriptor;
    private final Offsets offsets;
    private final Pointer mappedRing;
    private final Pointer mappedRequests;
    private final ByteBuffer ring;
    private final ByteBuffer requests;
    private int waiting;
    private int done;
    private int tail;
    private int head;

    private IoUring(LibC calls, int descriptor, Offsets offsets, Pointer mappedRing, Pointer mappedRequests) {
        this.calls = calls;
        this.descriptor = descriptor;
        this.offsets = offsets;
        this.mappedRing = mappedRing;
        this.mappedRequests = mappedRequests;
        ring = mappedRing.getByteBuffer(0, offsets.ringBytes()).order(ByteOrder.nativeOrder());
        requests = mappedRequests.getByteBuffer(0, offsets.requestBytes()).order(ByteOrder.nativeOrder());
        for (int i = 0; i < offsets.entries(); i++) {
            ring.putInt(offsets.array() + i * Integer.BYTES, i);
        }
    }

    /**
     * A ring for so many requests at once, a power of two. Empty where the system has none, or forbids it: a container's
     * filter often does, and {@code kernel.io_uring_disabled} can.
     */
    static Optional<IoUring> open(int most) {
        if (Native.POINTER_SIZE != Long.BYTES || LibC.missing().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(setUp(most));
        } catch (LastErrorException | IOException | LinkageError absentOrForbidden) {
            return Optional.empty();
        }
    }

    private static IoUring setUp(int most) throws IOException {
        Memory parameters = new Memory(PARAMETER_BYTES);
        parameters.clear();
        int descriptor = (int) Calls.syscall(IO_URING_SETUP, most, Pointer.nativeValue(parameters), 0, 0, 0, 0);
        Offsets offsets = new Offsets(parameters);
        LibC calls = LibC.calls();
        try {
            if ((parameters.getInt(20) & FEAT_SINGLE_MMAP) == 0) {
                throw new IOException("io_uring: of Linux before 5.4 (expected: both rings in one piece of memory)");
            }
            Pointer rings = map(calls, descriptor, offsets.ringBytes(), OFF_SQ_RING);
            Pointer requests = map(calls, descriptor, offsets.requestBytes(), OFF_SQES);
            return new IoUring(calls, descriptor, offsets, rings, requests);
        } catch (LastErrorException | IOException cannot) {
            calls.close(descriptor);
            throw cannot;
        }
    }

    /** Where a direct buffer's first byte lies, as reads and writes want it. */
    static long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    private static Pointer map(LibC calls, int descriptor, int bytes, long from) {
        int readAndWrite = 3; // PROT_READ | PROT_WRITE
        int sharedAndPresent = 0x8001; // MAP_SHARED | MAP_POPULATE
        return calls.mmap(null, bytes, readAndWrite, sharedAndPresent, descriptor, new NativeLong(from));
    }

    /** Puts a read down that ends at once, with EAGAIN where there is nothing to read. */
    void read(int from, long address, int length) {
        put(OP_READ, from, address, length, RWF_NOWAIT);
    }

    void write(int to, long address, int length) {
        put(OP_WRITE, to, address, length, 0);
    }

    private void put(byte operation, int file, long address, int length, int flags) {
        int at = (tail & (offsets.entries() - 1)) * REQUEST_BYTES;
        requests.put(at, operation); // the flags beside it stay 0
        requests.putInt(at + 4, file);
        requests.putLong(at + 8, 0);
        requests.putLong(at + 16, address);
        requests.putInt(at + 24, length);
        requests.putInt(at + 28, flags);
        requests.putLong(at + 32, waiting);
        tail++;
        waiting++;
    }

    /** Has the kernel do all that was put down, and answers how many that were. */
    int submit() throws IOException {
        head += done;
        INT.setRelease(ring, offsets.resultsHead(), head);
        INT.setRelease(ring, offsets.tail(), tail);
        done = waiting;
        int given = 0;
        while (given < done || (int) INT.getAcquire(ring, offsets.resultsTail()) - head < done) {
            given += enter(done - given, done);
        }
        waiting = 0;
        return done;
    }

    private int enter(int submitted, int awaited) throws IOException {
        try {
            return (int) Calls.syscall(IO_URING_ENTER, descriptor, submitted, awaited, ENTER_GETEVENTS, 0, 0);
        } catch (LastErrorException refused) {
            if (refused.getErrorCode() == EINTR) {
                return 0;
            }
            throw new IOException("io_uring_enter: " + calls.strerror(refused.getErrorCode()), refused);
        }
    }

    /** Which request ended as this one of those submitted last, counted from 0 as they were put down. */
    int request(int which) {
        return (int) ring.getLong(result(which));
    }

    /** How it ended: the bytes read or written, or an errno below 0. */
    int outcome(int which) {
        return ring.getInt(result(which) + 8);
    }

    private int result(int which) {
        return offsets.results() + (head + which & (offsets.resultEntries() - 1)) * RESULT_BYTES;
    }

    @Override
    public void close() {
        calls.munmap(mappedRequests, offsets.requestBytes());
        calls.munmap(mappedRing, offsets.ringBytes());
        calls.close(descriptor);
    }
}
