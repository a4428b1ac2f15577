package org.sockrates.shell.command;

import java.util.List;
import java.util.Optional;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.FailedCall;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.BadDescriptorException;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;

/**
 * What C says to a number that no open socket has, and what became of the socket.
 *
 * @param call its word
 */
record BadDescriptorReply(String call, int number, String why) implements Reply {
    private static final Errno ERRNO = Errno.EBADF;

    static BadDescriptorReply of(String call, BadDescriptorException bad) {
        return new BadDescriptorReply(call, bad.number(), String.valueOf(bad.getMessage()));
    }

    @Override
    public List<String> lines() {
        return List.of(told(), "  " + why);
    }

    private String told() {
        return call + "(" + number + ") = -1 " + CallText.errno(ERRNO);
    }

    @Override
    public Object json() {
        return Json.object(
                "call",
                call,
                "socket",
                number,
                "result",
                -1,
                "errno",
                ERRNO.name(),
                "error",
                ERRNO.text(),
                "hints",
                List.of(why));
    }

    @Override
    public int status() {
        return ExitStatus.NETWORK;
    }

    @Override
    public Optional<FailedCall> failed() {
        return Optional.of(new FailedCall(ERRNO, told(), lines()));
    }
}
