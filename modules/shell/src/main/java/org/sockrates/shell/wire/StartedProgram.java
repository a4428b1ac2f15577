package org.sockrates.shell.wire;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.StartError;

/**
 * Somebody's program, in the namespace of this process. It runs in a PID namespace of its own under a small shell, so that
 * whatever it starts ends with it, and it ends with us, also after {@code kill -9}.
 */
final class StartedProgram {
    /**
     * The kernel ends what is in front of the namespace, and with it the namespace, when the thread ends that started it:
     * whoever starts a program stays until it has ended.
     */
    private static final List<String> TIED =
            List.of("setpriv", "--pdeathsig", "KILL", "unshare", "--pid", "--fork", "--kill-child");

    /** Not the program itself: the first process of a PID namespace is deaf to Ctrl-C. */
    private static final List<String> UNDER_A_SHELL = List.of("sh", "-c", "\"$@\"; exit $?", "sh");

    private static final int MOST_CHARACTERS = 4_000;
    private static final long ENDING_SECONDS = 2;

    private final Process process;

    private StartedProgram(Process process) {
        this.process = process;
    }

    /** Starts one that has this process's own standard streams. */
    static StartedProgram attached(List<String> words) throws IOException {
        return start(new ProcessBuilder(tied(words)).inheritIO());
    }

    /** Starts one that reads nothing and whose words are heard by {@link #hear}; the terminal's Ctrl-C is not for it. */
    static StartedProgram beside(List<String> words) throws IOException {
        List<String> apart = Stream.concat(Stream.of("setsid"), words.stream()).toList();
        return start(new ProcessBuilder(tied(apart)).redirectErrorStream(true).redirectInput(new File("/dev/null")));
    }

    private static List<String> tied(List<String> words) {
        List<String> all = new ArrayList<>(TIED);
        all.addAll(UNDER_A_SHELL);
        all.addAll(words);
        return all;
    }

    private static StartedProgram start(ProcessBuilder builder) throws IOException {
        try {
            return new StartedProgram(builder.start());
        } catch (IOException refused) {
            String advice = StartError.isShortage(refused) ? "; end something, or allow more: ulimit -n -u" : "";
            throw new MissingAbilityException(
                    "wire: exec: setpriv cannot be started: " + StartError.reason(refused) + advice);
        }
    }

    /** Tells its lines, escaped, until it says no more, or is ended. */
    void hear(Consumer<String> listener) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder line = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                if (c == '\n' || line.length() == MOST_CHARACTERS) {
                    listener.accept(SafeText.escape(line.toString()));
                    line.setLength(0);
                }
                if (c != '\n') {
                    line.append((char) c);
                }
            }
            if (line.length() > 0) {
                listener.accept(SafeText.escape(line.toString()));
            }
        } catch (IOException ended) {
            // the pipe is closed with the process
        }
    }

    /** Waits for its end, and says its exit status. */
    int status() throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException("wire: exec: interrupted", asked);
        }
    }

    /** Ends it and all it started, when it has had a moment: a closed terminal's SIGHUP has reached it already. */
    void end() {
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException asked) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it and all it started at once. */
    void kill() {
        process.destroyForcibly();
    }
}
