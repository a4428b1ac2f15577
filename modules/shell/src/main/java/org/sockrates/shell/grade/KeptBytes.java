package org.sockrates.shell.grade;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes kept while programs run, in a file that has no name any more, where the system has such. A program that may look at
 * our /proc, as root or without a PID namespace of its own, finds it all the same: whatever it has changed is not given back.
 */
final class KeptBytes implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel file;
    private MessageDigest digest = sha256();
    private long from;
    private long size;

    private KeptBytes(FileChannel file) {
        this.file = file;
    }

    /** Some of them, that were added one behind the other. */
    record Run(long from, long length, String digest) {}

    static KeptBytes open() throws IOException {
        return new KeptBytes(FileChannel.open(
                Files.createTempFile("pile", ""),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) { // every Java has it
            throw new IllegalStateException(never);
        }
    }

    /** Whatever was added before belongs to no run that is not ended. */
    void begin() {
        digest = sha256();
        from = size;
    }

    /** @throws IOException when the disk is full */
    void add(byte[] some, int length) throws IOException {
        digest.update(some, 0, length);
        for (ByteBuffer left = ByteBuffer.wrap(some, 0, length); left.hasRemaining(); ) {
            size += file.write(left, size);
        }
    }

    /** What was added since it began. */
    Run end() {
        return new Run(from, size - from, text(digest));
    }

    private static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** How many are kept. */
    long size() {
        return size;
    }

    /**
     * Gives some back.
     *
     * @throws IOException when they are not what was added, or cannot be written there
     */
    void write(Run run, WritableByteChannel to) throws IOException {
        MessageDigest found = sha256();
        ByteBuffer some = ByteBuffer.allocate(BUFFER_BYTES);
        for (long done = 0; done < run.length(); done += some.limit()) {
            some.clear().limit((int) Math.min(BUFFER_BYTES, run.length() - done));
            if (file.read(some, run.from() + done) <= 0) {
                throw changed();
            }
            found.update(some.flip());
            some.rewind();
            while (some.hasRemaining()) {
                to.write(some);
            }
        }
        if (!text(found).equals(run.digest())) {
            throw changed();
        }
    }

    private static IOException changed() {
        return new IOException("what was kept of it was changed, by a program that was graded before");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
