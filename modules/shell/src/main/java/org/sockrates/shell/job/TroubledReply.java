package org.sockrates.shell.job;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reply that is whole, and what went wrong when all was found out. */
record TroubledReply(Reply reply, List<String> troubles, int status) implements Reply {
    @Override
    public List<String> lines() {
        return reply.lines();
    }

    @Override
    public @Nullable Object json() {
        return reply.json();
    }

    @Override
    public List<String> jsonLines() {
        return reply.jsonLines();
    }

    @Override
    public List<String> resumedLines() {
        return reply.resumedLines();
    }

    @Override
    public Optional<FailedCall> failed() {
        return reply.failed();
    }
}
