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
 * Many reads and writes of one file in one call of the system (io_uring(7)). They are put down, then {@link #submit
 * submitted}: the kernel does them in this order, none waits, and how each ended is there when the call returns. Two rings
 * of numbers, in memory that the kernel shares, carry them there and back. For one thread at a time.
 */
final class IoUring implements Closeable {
    // linux/io_uring.h, linux/fs.h, asm-generic/unistd.h; the calls' numbers are the same wherever it is of 64 bits
    private static final long IO_URING_SETUP = 425;
    private static final long IO_URING_ENTER = 426;
    private static final long IO_URING_REGISTER = 427;
    private static final long REGISTER_BUFFERS = 0;
    private static final long REGISTER_FILES = 2;
    private static final long UNREGISTER_FILES = 3;
    private static final long ENTER_GETEVENTS = 1;
    private static final long OFF_SQ_RING = 0;
    private static final long OFF_SQES = 0x10000000;
    private static final byte FIXED_FILE = 1;
    private static final byte OP_READ_FIXED = 4;
    private static final byte OP_WRITE_FIXED = 5;
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

    /**
     * How many requests and results the rings hold, both powers of two, and where in their memory the numbers lie that tell
     * how far either is.
     */
    private record Layout(
            int requests, int results, int tail, int order, int resultsHead, int resultsTail, int firstResult) {
        /** As the set-up tells it in its parameters. */
        static Layout of(Memory told) {
            int submissions = 40; // struct io_sqring_offsets, and behind it struct io_cqring_offsets
            int completions = 80;
            return new Layout(
                    told.getInt(0),
                    told.getInt(4),
                    told.getInt(submissions + 4),
                    told.getInt(submissions + 24),
                    told.getInt(completions),
                    told.getInt(completions + 4),
                    told.getInt(completions + 20));
        }

        int requestBytes() {
            return requests * REQUEST_BYTES;
        }

        int ringBytes() {
            return Math.max(order + requests * Integer.BYTES, firstResult + results * RESULT_BYTES);
        }
    }

    private final LibC calls;
    private final int descriptor;
    private final Layout layout;
    private final Pointer mappedRing;
    private final Pointer mappedRequests;
    private final ByteBuffer ring;
    private final ByteBuffer requests;
    private final long address;
    private final boolean registered;
    private int waiting;
    private int done;
    private int tail;
    private int head;

    private IoUring(
            LibC calls, int descriptor, Layout layout, Pointer mappedRing, Pointer mappedRequests, ByteBuffer memory) {
        this.calls = calls;
        this.descriptor = descriptor;
        this.layout = layout;
        this.mappedRing = mappedRing;
        this.mappedRequests = mappedRequests;
        ring = mappedRing.getByteBuffer(0, layout.ringBytes()).order(ByteOrder.nativeOrder());
        requests = mappedRequests.getByteBuffer(0, layout.requestBytes()).order(ByteOrder.nativeOrder());
        address = Pointer.nativeValue(Native.getDirectBufferPointer(memory));
        registered = registered(descriptor, address, memory.capacity());
        for (int i = 0; i < layout.requests(); i++) {
            ring.putInt(layout.order() + i * Integer.BYTES, i);
        }
    }

    /**
     * For so many requests at once. Empty where the system has no such thing or forbids it: a container's filter often
     * does, and {@code kernel.io_uring_disabled} can.
     *
     * @param file the descriptor that all read and write
     * @param memory what they read into and write out of: direct, and kept by the caller for as long as this is open
     */
    static Optional<IoUring> open(int file, ByteBuffer memory, int most) {
        if (LibC.missing().isPresent() || Native.POINTER_SIZE != Long.BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(setUp(file, memory, most));
        } catch (LastErrorException | IOException | LinkageError absentOrForbidden) {
            return Optional.empty();
        }
    }

    private static IoUring setUp(int file, ByteBuffer memory, int most) throws IOException {
        Memory parameters = new Memory(PARAMETER_BYTES);
        parameters.clear();
        int descriptor = (int) Calls.syscall(IO_URING_SETUP, most, Pointer.nativeValue(parameters), 0, 0, 0, 0);
        Layout layout = Layout.of(parameters);
        LibC calls = LibC.calls();
        try {
            Memory files = new Memory(Integer.BYTES);
            files.setInt(0, file);
            Calls.syscall(IO_URING_REGISTER, descriptor, REGISTER_FILES, Pointer.nativeValue(files), 1, 0, 0);
            Pointer rings = map(calls, descriptor, layout.ringBytes(), OFF_SQ_RING);
            Pointer requests = map(calls, descriptor, layout.requestBytes(), OFF_SQES);
            return new IoUring(calls, descriptor, layout, rings, requests, memory);
        } catch (Throwable cannot) {
            calls.close(descriptor);
            throw cannot;
        }
    }

    /** With this memory the kernel copies faster. It may lock no more than {@code ulimit -l} says. */
    private static boolean registered(int descriptor, long address, long bytes) {
        Memory vector = new Memory(2 * Long.BYTES); // struct iovec
        vector.setLong(0, address);
        vector.setLong(Long.BYTES, bytes);
        try {
            Calls.syscall(IO_URING_REGISTER, descriptor, REGISTER_BUFFERS, Pointer.nativeValue(vector), 1, 0, 0);
            return true;
        } catch (LastErrorException tooMuch) {
            return false;
        }
    }

    private static Pointer map(LibC calls, int descriptor, int bytes, long from) {
        int readAndWrite = 3; // PROT_READ | PROT_WRITE
        int sharedAndPresent = 0x8001; // MAP_SHARED | MAP_POPULATE
        return calls.mmap(null, bytes, readAndWrite, sharedAndPresent, descriptor, new NativeLong(from));
    }

    /** Puts a read down, into the memory from an offset on. It ends at once, with EAGAIN where there is nothing to read. */
    void read(int offset, int length) {
        put(registered ? OP_READ_FIXED : OP_READ, offset, length, RWF_NOWAIT);
    }

    /** Puts a write down, out of the memory from an offset on. */
    void write(int offset, int length) {
        put(registered ? OP_WRITE_FIXED : OP_WRITE, offset, length, 0);
    }

    private void put(byte operation, int offset, int length, int flags) {
        int at = (tail & (layout.requests() - 1)) * REQUEST_BYTES;
        requests.put(at, operation).put(at + 1, FIXED_FILE);
        requests.putLong(at + 16, address + offset);
        requests.putInt(at + 24, length);
        requests.putInt(at + 28, flags);
        requests.putLong(at + 32, waiting);
        tail++;
        waiting++;
    }

    /**
     * Has the kernel do all that was put down, and answers how many that were.
     *
     * @throws IOException when it did not do all; nothing more can be put down then
     */
    int submit() throws IOException {
        head += done;
        INT.setRelease(ring, layout.resultsHead(), head);
        INT.setRelease(ring, layout.tail(), tail);
        done = waiting;
        int given = 0;
        while (given < done || (int) INT.getAcquire(ring, layout.resultsTail()) - head < done) {
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
        return layout.firstResult() + (head + which & (layout.results() - 1)) * RESULT_BYTES;
    }

    /** The file stays open; nothing here holds it any more. */
    @Override
    public void close() {
        Calls.syscall(IO_URING_REGISTER, descriptor, UNREGISTER_FILES, 0, 0, 0, 0);
        calls.munmap(mappedRequests, layout.requestBytes());
        calls.munmap(mappedRing, layout.ringBytes());
        calls.close(descriptor);
    }
}
