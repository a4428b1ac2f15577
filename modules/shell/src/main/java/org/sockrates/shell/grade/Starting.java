package org.sockrates.shell.grade;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.sockrates.shell.job.Failure;

/** Starts a process, or leaves nothing of it. */
final class Starting {
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
}
