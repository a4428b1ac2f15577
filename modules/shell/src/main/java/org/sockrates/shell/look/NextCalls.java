package org.sockrates.shell.look;

import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Past;
import org.sockrates.transport.Traits;

/** What may be called next on a socket: the state table of a program, not of the kernel. */
final class NextCalls {
    private NextCalls() {}

    static String of(OpenSocket open) {
        if (open.user().isPresent()) {
            int job = open.user().get().number();
            return job == 0 ? "(a call waits)" : "(job " + job + " waits)";
        }
        Traits traits = open.socket().transport().traits();
        return traits.connectionOriented() ? stream(open) : datagram(open);
    }

    private static String stream(OpenSocket open) {
        return switch (open.socket().phase()) {
            case CREATED -> "bind connect";
            case BOUND -> "listen connect";
            case LISTENING -> "accept";
            case CONNECTED -> conversation(open.past());
            case CLOSED -> "";
        };
    }

    private static String conversation(Past past) {
        boolean in = !past.inputEnded() && past.peerEnded() == null;
        boolean out = !past.outputEnded();
        if (past.reset() != null || (!in && !out)) {
            return "close";
        }
        return (out ? "send " : "") + (in ? "recv " : "") + (out ? "shutdown" : "close");
    }

    private static String datagram(OpenSocket open) {
        return switch (open.socket().phase()) {
            case CREATED -> "bind sendto connect";
            case BOUND, LISTENING -> "recvfrom sendto";
            case CONNECTED -> "send recv";
            case CLOSED -> "";
        };
    }
}
