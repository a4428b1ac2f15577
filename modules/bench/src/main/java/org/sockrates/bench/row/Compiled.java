package org.sockrates.bench.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.bench.process.Timed;

/** Peers of ours in C and C++, compiled again when their source is newer than what was compiled. */
final class Compiled {
    /** The compiler of C. */
    static final String C = "cc";
    /** The compiler of C++. */
    static final String CPP = "g++";

    private Compiled() {}

    /** The program of a source in C, {@code mirror.c}. */
    static Path c(Plan plan, String source) throws IOException {
        return by(C, plan, source, List.of());
    }

    /** The program of a source in C++, with what the compiler is told behind it. */
    static Path cpp(Plan plan, String source, List<String> behind) throws IOException {
        return by(CPP, plan, source, behind);
    }

    private static Path by(String compiler, Plan plan, String source, List<String> behind) throws IOException {
        Path from = Path.of(plan.peer(source));
        Path program = plan.root().resolve("modules/bench/target/" + source.substring(0, source.indexOf('.')));
        boolean stale = !Files.exists(program)
                || Files.getLastModifiedTime(program).compareTo(Files.getLastModifiedTime(from)) < 0;
        if (stale) {
            List<String> command =
                    new ArrayList<>(List.of(compiler, "-O2", "-Wall", "-o", program.toString(), from.toString()));
            command.addAll(behind);
            Timed.run(command);
        }
        return program;
    }
}
