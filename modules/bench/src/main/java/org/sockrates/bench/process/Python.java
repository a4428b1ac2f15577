package org.sockrates.bench.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Python of this machine. The command on the PATH may be a script that looks for it: what it finds is kept. */
public final class Python {
    public static final String TOOL = "python3";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static @Nullable String interpreter;

    private Python() {}

    /** Starts a program of ours in Python. */
    public static Child start(String... program) throws IOException {
        return Child.start(command(program), LIMIT);
    }

    /** The command that runs a program in Python: the interpreter itself, found before any clock runs. */
    public static synchronized List<String> command(String... program) throws IOException {
        if (interpreter == null) {
            try (Child asked = Child.start(List.of(TOOL, "-c", "import sys; print(sys.executable)"), LIMIT)) {
                interpreter = asked.await(Pattern.compile("^/.*")).group();
            }
        }
        List<String> command = new ArrayList<>(List.of(interpreter));
        command.addAll(List.of(program));
        return command;
    }
}
