package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.PayloadFiles;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

/** The option of a receive that says what is to come. */
final class ExpectOption {
    static final String NAME = "--expect";

    private static final String BEHIND = "--behind";

    /** Whoever has no session has no files. */
    private static final PayloadFiles NO_FILES = new PayloadFiles() {
        @Override
        public byte[] read(String path) {
            return new byte[0];
        }

        @Override
        public boolean isThere(String path) {
            return false;
        }
    };

    @Parameter(
            names = NAME,
            placeholder = "DATA",
            description = "what must come, every byte, and no other; else status 1")
    private @Nullable Word data;

    @Parameter(
            names = BEHIND,
            placeholder = "DATA",
            description = "what is compared stands behind the first of these: a header's end")
    private @Nullable Word end;

    private final String command;

    /** @param command whose option it is, for messages */
    ExpectOption(String command) {
        this.command = command;
    }

    /** Room for the longest that may be expected: a byte more, as for any, and what stands before it. */
    int mostBytes() {
        return Payload.MOST_BYTES + 1 + (end == null ? 0 : Head.MOST_BYTES);
    }

    /** Refuses what is no payload; whether a file is there is not asked. */
    void foresee() {
        try {
            expected(NO_FILES);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    /** What a receive with these options proves. */
    Proof proof(Set<String> options) {
        return options.contains(NAME) ? Proof.OF_EVERY_BYTE : Proof.OF_OTHERS;
    }

    /** What it proves where it takes what is there. */
    Proof proofAtOnce(Set<String> options) {
        return options.contains(NAME) ? Proof.OF_EVERY_BYTE_AT_ONCE : Proof.OF_OTHERS;
    }

    /** What is to come, if anybody said. */
    @Nullable
    Expected read(Session session, Job job) throws IOException {
        if (data == null && end != null) { // not foreseen: a value that is captured is not there yet
            throw new UsageException(command + ": " + BEHIND + " without " + NAME + " (expected: both)");
        }
        return expected(session.files(job));
    }

    private @Nullable Expected expected(PayloadFiles files) throws IOException {
        Head head = end == null ? null : head(end, files);
        return data == null ? null : new Expected(data, Payload.one(data, files), head);
    }

    private static Head head(Word end, PayloadFiles files) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Payload.one(end, files)).asReadOnlyBuffer();
        return new Head(Expected.called(end, bytes), bytes);
    }
}
