package org.sockrates.shell.look;

import java.util.List;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Past;
import org.sockrates.transport.Traits;

/** What may be called next on a socket: the state table of a program, not of the kernel. */
final class NextCalls {
    private NextCalls() {}

    /**
     * The words of the calls, none while another call waits.
     *
     * @param over whether the kernel says that its connection is over, though the program may not have noticed
     */
    static List<String> of(OpenSocket open, boolean over) {
        if (open.user().isPresent()) {
            return List.of();
        }
        Traits traits = open.traits();
        String words = traits.connectionOriented() ? stream(open, over) : datagram(open);
        return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    }

    /** Why there are none: a call that waits, by the number of its job where it has one; empty where there are some. */
    static String waiting(OpenSocket open) {
        return open.user()
                .map(job -> job.number() == 0 ? "(a call waits)" : "(job " + job.number() + " waits)")
                .orElse("");
    }

    private static String stream(OpenSocket open, boolean over) {
        return switch (open.phase()) {
            case CREATED -> "bind connect";
            case BOUND -> "listen connect";
            case LISTENING -> "accept";
            case CONNECTED -> conversation(open.past(), over);
            case CLOSED -> "close";
        };
    }

    private static String conversation(Past past, boolean over) {
        boolean in = !past.inputEnded() && past.peerEnded() == null;
        boolean out = !past.outputEnded() && !over;
        if (past.loss() != null || (!in && !out)) {
            return "close";
        }
        return (out ? "send " : "") + (in ? "recv " : "") + (out ? "shutdown" : "close");
    }

    private static String datagram(OpenSocket open) {
        return switch (open.phase()) {
            case CREATED -> "bind sendto connect";
            case BOUND, LISTENING -> "recvfrom sendto";
            case CONNECTED -> "send recv";
            case CLOSED -> "";
        };
    }
}
