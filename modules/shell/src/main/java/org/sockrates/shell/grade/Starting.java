package org.sockrates.shell.grade;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sockrates.shell.job.Failure;

/** Starts a process, or says that this machine has no room for one. */
final class Starting {
    /** As JDKs say it, up to 24 or so and then. */
    private static final Pattern ERRNO = Pattern.compile("error(?:=|: )([0-9]+)");
    /** ENOENT, E2BIG, ENOEXEC, EACCES, ENOTDIR: what was to be started is to blame. */
    private static final Set<String> NOT_THE_MACHINE = Set.of("2", "7", "8", "13", "20");

    private Starting() {}

    /**
     * Nothing is left of one that could not be heard, since there was no thread for that.
     *
     * @throws IOException when it cannot be started
     */
    static synchronized Process process(ProcessBuilder builder) throws IOException {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try {
            return builder.start();
        } catch (OutOfMemoryError noThread) {
            List<ProcessHandle> strays = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .collect(Collectors.toList());
            strays.addAll(strays.stream().flatMap(ProcessHandle::descendants).toList());
            strays.forEach(ProcessHandle::destroyForcibly);
            throw new IOException(Failure.NO_THREAD, noThread);
        }
    }

    /** Whether it is this machine that has nothing left to start a process with. */
    static boolean isShortage(IOException refused) {
        Matcher errno = ERRNO.matcher(String.valueOf(refused.getMessage()));
        return !errno.find() || !NOT_THE_MACHINE.contains(errno.group(1));
    }
}
