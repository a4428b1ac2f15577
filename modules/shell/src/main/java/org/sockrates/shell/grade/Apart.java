package org.sockrates.shell.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.StartError;

/**
 * How somebody's program is started so that whom it ends is never us: not when it ends its parent, which is a small shell, nor,
 * where this machine has sessions, its process group, nor, where it lets us have a PID namespace for it, everybody.
 */
final class Apart {
    /** The shell's own words, who was ended by a signal, are not the program's. */
    private static final String QUIETLY = "exec 3>&2 2>/dev/null; ";

    /**
     * The first process of a namespace, which nobody in it can end, and which all in it end with, whatever they made of
     * themselves; it is ended with the program, or ends with us, or where nothing tells it of that after a day. Then the numbers
     * of those that follow, as far as can be from those given out here just now: two programs that had the same one would, as
     * Java's, find the same file in /tmp.
     */
    private static final String NAMESPACE = "{ [ -p \"$0\" ] && exec cat \"$0\"; exec sleep 86400; } >/dev/null 3>&- &"
            + " (most=$(cat /proc/sys/kernel/pid_max);"
            + " echo $((($$ + most / 2) % most)) >/proc/sys/kernel/ns_last_pid); ";

    /** Of all processes it sees its own, where it may look. */
    private static final String VIEW = "mount -t proc proc /proc && ";

    private static final String PROGRAM = "exec \"$@\" 2>&3 3>&-); exit $?";
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final String AS_ANYBODY = "setsid unshare --user --map-current-user --keep-caps --pid";
    private static final String WITHOUT_RIGHTS = "setsid setpriv --inh-caps=-all --ambient-caps=-all";

    /** As root, as anybody, each where it may see its own processes alone and where it may not, and where no namespace may be had; the last needs nothing. */
    private static final List<Way> WAYS = List.of(
            new Way("setsid unshare --pid --mount", NAMESPACE, VIEW, "setsid"),
            new Way("setsid unshare --pid", NAMESPACE, "", "setsid"),
            new Way(AS_ANYBODY + " --mount", NAMESPACE, VIEW, WITHOUT_RIGHTS),
            new Way(AS_ANYBODY, NAMESPACE, "", WITHOUT_RIGHTS),
            new Way("setsid", "", "", "setsid"),
            new Way("", "", "", ""));

    /**
     * How it may be done.
     *
     * @param outside the words before the shell, which gets a session: a Ctrl-C is not meant for it
     * @param first what the shell does before it starts the program
     * @param view what comes before the program where it is
     * @param inside the words before the program, which gets a session, too: its group is its own
     */
    private record Way(String outside, String first, String view, String inside) {
        private List<String> around(String start, String lifeline, List<String> program) {
            return Stream.of(
                            words(outside),
                            List.of("sh", "-c", QUIETLY + start + "(" + view + PROGRAM, lifeline),
                            words(inside),
                            program)
                    .flatMap(List::stream)
                    .toList();
        }

        private static List<String> words(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
        }

        List<String> around(List<String> program) {
            Optional<Path> lifeline = first.isEmpty() ? Optional.empty() : Lifeline.place();
            return around(first, lifeline.map(Path::toString).orElse("sh"), program);
        }

        /**
         * Tried with a program that ends at once, and its namespace with it.
         *
         * @throws IOException when there is no room for it just now: that says nothing of this way
         */
        private boolean works() throws IOException {
            try {
                if (Starting.succeeds(around("", "sh", List.of("true")), LIMIT_NANOS)) {
                    return true;
                }
            } catch (IOException refused) {
                if (StartError.isShortage(refused)) {
                    throw refused;
                }
            }
            Starting.room();
            return false;
        }
    }

    private static @Nullable Way found; // when the first program is started

    private Apart() {}

    /**
     * The words that start a program.
     *
     * @throws IOException when nothing can be started just now
     */
    static synchronized List<String> words(List<String> program) throws IOException {
        Way way = found;
        for (int i = 0; way == null; i++) {
            way = i == WAYS.size() - 1 || WAYS.get(i).works() ? WAYS.get(i) : null;
        }
        found = way;
        return way.around(program);
    }
}
