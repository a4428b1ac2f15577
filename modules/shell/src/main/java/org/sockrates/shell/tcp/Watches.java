package org.sockrates.shell.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.transport.UsageException;

/** The watches of one session, those that ended too, the latest last; at most so many. */
final class Watches {
    private static final int MOST = 8;

    private final List<Watch> watches = new ArrayList<>();

    /**
     * Takes in a watch; the one before of the same connection is forgotten, and where there are too many the oldest that
     * ended.
     *
     * @throws UsageException when that connection is being watched, or all of too many are at work
     */
    synchronized void add(Watch added) {
        KernelConnection connection = added.connection();
        Optional<Watch> before = of(connection.word());
        if (before.filter(Watch::runs).isPresent()) {
            throw new UsageException("tcp: watch: " + connection.word()
                    + " is being watched already (expected: one watch for a connection); see  jobs");
        }
        before.ifPresent(watches::remove);
        if (watches.size() == MOST) {
            Watch oldest = watches.stream()
                    .filter(each -> !each.runs())
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "tcp: watch: " + MOST + " watches are at work (expected: fewer); stop one, see  jobs"));
            watches.remove(oldest);
        }
        watches.add(added);
    }

    /** The watch of a socket's name or number. */
    synchronized Optional<Watch> of(String word) {
        return watches.stream()
                .filter(each -> each.connection().word().equals(word)
                        || Integer.toString(each.connection().socket()).equals(word))
                .reduce((first, second) -> second);
    }

    synchronized Optional<Watch> latest() {
        return watches.isEmpty() ? Optional.empty() : Optional.of(watches.get(watches.size() - 1));
    }
}
