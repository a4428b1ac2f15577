package org.sockrates.shell.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Reply;

/** The replies of a command that did the same to several sockets. */
record SeveralReplies(List<Reply> replies) implements Reply {
    @Override
    public List<String> lines() {
        return replies.stream().flatMap(reply -> reply.lines().stream()).toList();
    }

    @Override
    public @Nullable Object json() {
        return replies.stream().map(Reply::json).toList();
    }

    @Override
    public int status() {
        return replies.stream()
                .mapToInt(Reply::status)
                .filter(status -> status != ExitStatus.OK)
                .findFirst()
                .orElse(ExitStatus.OK);
    }
}
