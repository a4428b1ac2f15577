package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.PayloadFiles;
import org.sockrates.shell.words.Word;

/** The option of a receive that says what is to come. */
final class ExpectOption {
    static final String NAME = "--expect";

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

    /** Refuses what is no payload; whether a file is there is not asked. */
    void foresee() {
        if (data != null) {
            try {
                Payload.one(data, NO_FILES);
            } catch (IOException never) {
                throw new IllegalStateException(never);
            }
        }
    }

    /** What a receive with these options proves. */
    Proof proof(Set<String> options) {
        return options.contains(NAME) ? Proof.OF_EVERY_BYTE : Proof.OF_OTHERS;
    }

    /** What is to come, if anybody said. */
    @Nullable
    Expected read(Session session, Job job) throws IOException {
        return data == null ? null : new Expected(data, Payload.one(data, session.files(job)));
    }
}
